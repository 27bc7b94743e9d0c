import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config/index.js';
import { Clock, newId, Randomness } from '../../../platform/clock/index.js';
import { type Db, type Transaction, TransactionRunner } from '../../../platform/database/index.js';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../../../platform/http/index.js';
import { Gateway } from '../../../platform/realtime/index.js';
import { hashSecret } from '../../../platform/tokens/index.js';
import { type Grant, type GrantKind, SessionRepository } from '../data/session-repository.js';
import { deviceLabel } from './device-label.js';
import { ABSOLUTE_MS, IDLE_MS } from './session-lifetime.js';

export interface GrantToGive extends Grant {
  /** Null lasts as long as the session. */
  readonly expiresAt: Date | null;
}

/** Sessions of phones and laptops: a 256-bit random token in a cookie, its SHA-256 in the database. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(SessionRepository) private readonly sessions: SessionRepository,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(Gateway) private readonly gateway: Gateway,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Randomness) private readonly randomness: Randomness,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Adds a grant to this browser's session, or opens one. The token is new each time the session gains a right, so one planted
   * before is worth nothing. Call it from the handler of a click, never of a GET.
   */
  async give(request: FastifyRequest, reply: FastifyReply, grant: GrantToGive): Promise<void> {
    await this.transactions.run((db) => this.giveIn(db, request, reply, grant));
  }

  /** As `give`, in the caller's transaction: the grant and what it is given for come to be together. */
  async giveIn(
    db: Transaction,
    request: FastifyRequest,
    reply: FastifyReply,
    grant: GrantToGive,
  ): Promise<void> {
    const current = readSessionCookie(request.headers.cookie, this.config);
    const label = deviceLabel(request.headers['user-agent'] ?? '');
    const { token } = await this.open(db, current, grant, label);
    db.afterCommit(() => setSessionCookie(reply, token, this.config, ABSOLUTE_MS / 1000));
  }

  /** The part of `give` inside a transaction: the new token and the session it belongs to. */
  async open(db: Transaction, currentToken: string | null, grant: GrantToGive, label: string) {
    const now = this.clock.now();
    const token = Buffer.from(this.randomness.bytes(32)).toString('base64url');
    const idleSince = new Date(now.getTime() - IDLE_MS);
    const current = currentToken
      ? await this.sessions.find(hashSecret(currentToken), now, idleSince, db)
      : undefined;
    const sessionId = current?.id ?? newId();
    if (current) await this.sessions.rotate(db, sessionId, hashSecret(token), now);
    else
      await this.sessions.insert(db, {
        id: sessionId,
        tokenHash: hashSecret(token),
        deviceLabel: label,
        now,
        expiresAt: new Date(now.getTime() + ABSOLUTE_MS),
      });
    await this.sessions.addGrant(db, sessionId, { ...grant, id: newId() }, now);
    if (grant.kind === 'account') await this.sessions.removeOtherAccounts(db, sessionId, grant.subjectId);
    return { token, sessionId };
  }

  /** Ends a right everywhere, except perhaps in one session, and cuts the sockets that used it. */
  async revoke(
    db: Transaction,
    kind: GrantKind,
    subjectId: string,
    exceptSession: string | null = null,
  ): Promise<void> {
    const lost = await this.sessions.removeGrants(db, kind, subjectId, exceptSession);
    // Not before the commit: a phone that comes back at once would still find its right.
    db.afterCommit(() => {
      for (const sessionId of lost) this.gateway.disconnectSession(sessionId);
    });
  }

  /** Cuts the sockets that use a right without ending it: whoever may still watch comes back by itself. */
  async cut(db: Transaction, kind: GrantKind, subjectId: string): Promise<void> {
    const devices = await this.sessions.devices(kind, subjectId, db);
    db.afterCommit(() => {
      for (const { id } of devices) this.gateway.disconnectSession(id);
    });
  }

  /** Moves the end of rights that were already given. */
  setExpiry(db: Transaction, kind: GrantKind, subjectIds: readonly string[], expiresAt: Date): Promise<void> {
    return this.sessions.setExpiry(db, kind, subjectIds, expiresAt);
  }

  /** "Leave this page on this phone": drops one grant of this session. */
  async leave(sessionId: string, kind: GrantKind, subjectId: string): Promise<void> {
    await this.transactions.run((db) => this.sessions.removeGrantFrom(db, sessionId, kind, subjectId));
    this.gateway.disconnectSession(sessionId);
  }

  async end(sessionId: string | null, reply: FastifyReply): Promise<void> {
    if (sessionId) {
      await this.transactions.run((db: Db) => this.sessions.delete(db, sessionId));
      this.gateway.disconnectSession(sessionId);
    }
    clearSessionCookie(reply, this.config);
  }

  devices(kind: GrantKind, subjectId: string) {
    return this.sessions.devices(kind, subjectId);
  }

  async grants(request: FastifyRequest): Promise<readonly Grant[]> {
    const token = readSessionCookie(request.headers.cookie, this.config);
    if (!token) return [];
    const now = this.clock.now();
    const session = await this.sessions.find(hashSecret(token), now, new Date(now.getTime() - IDLE_MS));
    return session?.grants ?? [];
  }
}
