import ICAL from 'ical.js';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { writeEventCalendar } from '../../server/src/platform/documents/calendar.js';
import { layOutMail, type MailContent } from '../../server/src/platform/mail/layout.js';
import type { KeptMail, MailStore } from '../../server/src/platform/mail/mail-keeper.js';
import { MailRefused, type Mail, type MailTransport } from '../../server/src/platform/mail/mail.js';
import { createMailTransport } from '../../server/src/platform/mail/transport.js';
import { HOSTILE_TEXTS } from '../support/hostile-text.js';

const FROM = 'Järjestäjä <hillo@example.org>';

interface Received {
  recipients: string[];
  raw: string;
  mail: Email;
}

const received: Received[] = [];
const inbox = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const raw = Buffer.concat(chunks);
      void PostalMime.parse(raw).then((mail) => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ recipients, raw: raw.toString('utf8'), mail });
        done();
      }, done);
    });
  },
});

class MemoryStore implements MailStore {
  private readonly mails = new Map<string, KeptMail>();

  async keep(mail: KeptMail): Promise<void> {
    if (!this.mails.has(mail.messageId)) this.mails.set(mail.messageId, mail);
  }

  async list(): Promise<readonly KeptMail[]> {
    return [...this.mails.values()].reverse();
  }

  async get(messageId: string): Promise<KeptMail | null> {
    return this.mails.get(messageId) ?? null;
  }
}

const CONTENT: MailContent = {
  lang: 'fi',
  preheader: 'Paikkasi on varattu.',
  heading: 'Tervetuloa, Åsa!',
  paragraphs: ['Paikkasi on varattu.\nNähdään illassa.'],
  details: [['Aika', 'to 10.12.2026 klo 17.00']],
  action: { label: 'Avaa oma sivusi', url: 'https://hillo.example/me/ABC?a=1&b=2' },
  footer: 'Järjestäjä: Verkosto',
};

function mailOf(changes: Partial<Mail> = {}): Mail {
  return {
    messageId: 'registration-1.1@hillo.example',
    to: { name: 'Åsa Märet', address: 'asa@example.org' },
    subject: 'Tervetuloa iltaan: paikkasi on varattu, Åsa Öörni',
    ...layOutMail(CONTENT),
    ...changes,
  };
}

let transport: MailTransport;

beforeAll(async () => {
  await new Promise<void>((resolve) => inbox.listen(0, '127.0.0.1', resolve));
  const address = inbox.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  transport = createMailTransport({ smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM }, new MemoryStore());
});
afterAll(async () => {
  await transport.close();
  await new Promise<void>((resolve) => inbox.close(resolve));
});
beforeEach(() => {
  received.length = 0;
});

async function sent(mail: Mail): Promise<Received> {
  const before = received.length;
  await transport.send(mail);
  expect(received).toHaveLength(before + 1);
  const [last] = received.slice(-1);
  if (!last) throw new Error('Nothing was received');
  return last;
}

const headerNames = (mail: Email): string[] => mail.headers.map(({ key }) => key).sort();
const tags = (html: string | undefined): string[] => html?.match(/<[^>]*>/g) ?? [];

describe('a mail over SMTP', () => {
  it('arrives with its sender, reader, subject, both bodies and its own id', async () => {
    const { mail, recipients } = await sent(
      mailOf({ replyTo: { address: 'info@example.org' }, language: 'fi' }),
    );
    expect(recipients).toEqual(['asa@example.org']);
    expect(mail.from).toMatchObject({ name: 'Järjestäjä', address: 'hillo@example.org' });
    expect(mail.to).toMatchObject([{ name: 'Åsa Märet', address: 'asa@example.org' }]);
    expect(mail.replyTo).toMatchObject([{ address: 'info@example.org' }]);
    expect(mail.subject).toBe('Tervetuloa iltaan: paikkasi on varattu, Åsa Öörni');
    expect(mail.messageId).toBe('<registration-1.1@hillo.example>');
    expect(mail.text).toContain('Nähdään illassa.');
    expect(mail.html).toContain('Tervetuloa, Åsa!');
    const header = (key: string): string | undefined => mail.headers.find((one) => one.key === key)?.value;
    expect([header('auto-submitted'), header('content-language')]).toEqual(['auto-generated', 'fi']);
  });

  it('carries the same id when it is sent again (T24)', async () => {
    const [first, second] = [await sent(mailOf()), await sent(mailOf())];
    expect(first.mail.messageId).toBe(second.mail.messageId);
  });

  it('can be ended by one click', async () => {
    const { mail } = await sent(
      mailOf({ unsubscribe: { url: 'https://hillo.example/stop/ABC', oneClick: true } }),
    );
    expect(mail.headers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'list-unsubscribe', value: '<https://hillo.example/stop/ABC>' }),
        expect.objectContaining({ key: 'list-unsubscribe-post', value: 'List-Unsubscribe=One-Click' }),
      ]),
    );
  });

  it('shows the evening in the calendar and attaches it as a file', async () => {
    const content = writeEventCalendar({
      method: 'REQUEST',
      product: { company: 'hillo', product: 'test' },
      event: {
        uid: 'evening-1@hillo.example',
        stamp: new Date('2026-11-22T10:00:00Z'),
        sequence: 2,
        start: new Date('2026-12-10T15:00:00Z'),
        end: new Date('2026-12-10T18:00:00Z'),
        summary: 'Äidit, isät; ystävät',
      },
      organizer: { name: 'Verkosto', email: 'info@example.org' },
      attendee: { name: 'Åsa', email: 'asa@example.org' },
    });
    const { mail, raw } = await sent(
      mailOf({ calendar: { method: 'REQUEST', content, filename: 'ilta.ics' } }),
    );
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/i);
    const parts = mail.attachments.filter(({ mimeType }) => /calendar|ics/.test(mimeType));
    expect(parts.map(({ mimeType }) => mimeType)).toEqual(['text/calendar', 'application/ics']);
    for (const part of parts) {
      const bytes =
        typeof part.content === 'string'
          ? Buffer.from(part.content)
          : Buffer.from(new Uint8Array(part.content));
      const calendar = new ICAL.Component(ICAL.parse(bytes.toString('utf8')) as string);
      const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      expect(events.map(({ uid, summary, sequence }) => [uid, summary, sequence])).toEqual([
        ['evening-1@hillo.example', 'Äidit, isät; ystävät', 2],
      ]);
    }
  });

  it('brings attachments unharmed', async () => {
    const content = Buffer.from([0, 255, 13, 10, 46, 13, 10]);
    const { mail } = await sent(
      mailOf({
        attachments: [{ filename: '../Åsa"\r\nX: y.bin', contentType: 'application/octet-stream', content }],
      }),
    );
    const [attachment] = mail.attachments;
    expect(attachment?.filename).toBe('..-Åsa- X- y.bin');
    expect(Buffer.from(attachment?.content as ArrayBuffer).equals(content)).toBe(true);
  });

  it('is one mail with the same headers and markup, whatever people wrote (T41, T43)', async () => {
    expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(60);
    const plain = await sent(mailOf({ replyTo: { name: 'x', address: 'info@example.org' } }));
    for (const text of HOSTILE_TEXTS) {
      const body = layOutMail({
        ...CONTENT,
        preheader: text,
        heading: text,
        paragraphs: ['x', text],
        details: [[text, text]],
        footer: text,
      });
      const skeleton = layOutMail({ ...CONTENT, paragraphs: ['x', 'y'] });
      const { mail, recipients } = await sent(
        mailOf({
          subject: text,
          to: { name: text, address: 'asa@example.org' },
          replyTo: { name: text, address: 'info@example.org' },
          ...body,
        }),
      );
      expect(recipients).toEqual(['asa@example.org']);
      expect(headerNames(mail)).toEqual(headerNames(plain.mail));
      expect(mail.to).toHaveLength(1);
      expect(mail.replyTo).toMatchObject([{ address: 'info@example.org' }]);
      expect(tags(mail.html).filter((tag) => tag !== '<br>')).toEqual(
        tags(skeleton.html).filter((tag) => tag !== '<br>'),
      );
      expect(mail.attachments).toEqual([]);
    }
    expect(received).toHaveLength(HOSTILE_TEXTS.length + 1);
  });

  it.each([
    '',
    'asa',
    'asa@example.org, b@example.org',
    'asa@example.org\r\nBcc: b@example.org',
    '<asa@example.org>',
    'a b@example.org',
  ])('is refused for the address %j, and the error does not tell it', async (address) => {
    const sending = transport.send(mailOf({ to: { address } }));
    await expect(sending).rejects.toThrow(MailRefused);
    await expect(sending).rejects.toThrow(/^The mail has an unusable to$/);
    expect(received).toEqual([]);
  });

  it('is refused for an id or a link that could break a header', async () => {
    await expect(transport.send(mailOf({ messageId: 'a@b\r\nX: y' }))).rejects.toThrow(MailRefused);
    const unsubscribe = { url: 'https://hillo.example/>\r\nX: y', oneClick: false };
    await expect(transport.send(mailOf({ unsubscribe }))).rejects.toThrow(MailRefused);
  });
});

describe('a mail without SMTP', () => {
  it('is kept once, as it would have been sent', async () => {
    const store = new MemoryStore();
    const keeper = createMailTransport({ smtpUrl: undefined, from: FROM }, store);
    await keeper.send(mailOf({ subject: 'a\r\nBcc: b@example.org' }));
    await keeper.send(mailOf());
    await keeper.close();
    expect(await store.list()).toHaveLength(1);
    expect(await store.get('registration-1.1@hillo.example')).toMatchObject({
      from: FROM,
      subject: 'a Bcc: b@example.org',
    });
    await expect(keeper.send(mailOf({ to: { address: 'nobody' } }))).rejects.toThrow(MailRefused);
  });
});
