import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

export interface Accepted {
  readonly to: string;
  /** Without angle brackets. */
  readonly messageId: string;
}

/** Where in the handing over of a mail: nothing of it was taken yet. */
export const CONVERSATION = ['connect', 'recipient', 'data'] as const;
export type Phase = (typeof CONVERSATION)[number];

/** Asked at each phase; true when whoever sends is dead by then. */
type Interrupt = (phase: Phase) => Promise<boolean>;

/**
 * A mail server that takes one mail at a time, and the next only when the sender has written down that the one before
 * was taken: so a sender that dies between two mails leaves no doubt about either. To a dead sender it says nothing more.
 */
export class SlowInbox {
  readonly accepted: Accepted[] = [];
  private turn: Promise<unknown> = Promise.resolve();
  /** Counts the senders, who come one after another; a connection belongs to the one that opened it. */
  private sender = 0;
  private readonly senderOf = new Map<string, number>();
  private lastFrom = 0;
  private readonly server: SMTPServer;

  private constructor(
    private readonly isWrittenDown: (mail: Accepted) => Promise<boolean>,
    private readonly interrupt: Interrupt,
  ) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onConnect: (session, done) => {
        this.senderOf.set(session.id, this.sender);
        this.atPhase('connect', session.id, done);
      },
      onRcptTo: (_address, session, done) => this.atPhase('recipient', session.id, done),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks).toString('utf8');
          const messageId = /^Message-ID: <([^>]+)>/im.exec(raw)?.[1] ?? '';
          const to = session.envelope.rcptTo.map(({ address }) => address).join(' ');
          this.atPhase('data', session.id, done, { to, messageId });
        });
      },
    });
    // Whoever dies in the middle resets the connection.
    this.server.on('error', () => undefined);
  }

  static async open(
    isWrittenDown: (mail: Accepted) => Promise<boolean>,
    interrupt: Interrupt,
  ): Promise<SlowInbox> {
    const inbox = new SlowInbox(isWrittenDown, interrupt);
    inbox.server.listen(0, '127.0.0.1');
    await once(inbox.server.server, 'listening');
    return inbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** The one before has ended: what it left behind is not answered any more. */
  expectAnotherSender(): void {
    this.sender += 1;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  /** The sender lives and has not written down what it handed over last. */
  private async isInDoubt(): Promise<boolean> {
    const before = this.accepted.at(-1);
    return before !== undefined && this.lastFrom === this.sender && !(await this.isWrittenDown(before));
  }

  private atPhase(phase: Phase, session: string, done: () => void, mail?: Accepted): void {
    const from = this.senderOf.get(session);
    this.turn = this.turn.then(async () => {
      while (await this.isInDoubt()) await sleep(3);
      if (from !== this.sender || (await this.interrupt(phase))) return;
      if (mail) {
        this.accepted.push(mail);
        this.lastFrom = from;
      }
      done();
    });
  }
}
