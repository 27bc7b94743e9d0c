import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@hillo/domain/shared';
import { Clock, newId } from '../../../platform/clock/index.js';
import { TransactionRunner } from '../../../platform/database/index.js';
import { DerivedTokens } from '../../../platform/tokens/index.js';
import { SignInLinkRepository } from '../data/sign-in-link-repository.js';
import { SEND_SIGN_IN_LINK } from './account-mails.js';
import { SIGN_IN_LINK_MS } from './session-lifetime.js';

/** Nobody's mailbox is flooded: five links in a quarter of an hour (quality.md, section 4). */
const LINKS_A_WINDOW = 5;
const WINDOW_MS = 15 * 60_000;

/**
 * Asks for a sign-in mail. The answer tells nothing about the address, and neither does its time: a known and an unknown
 * address take the same steps (T40). For an unknown one, or one link too many, the job finds no link and writes to nobody.
 */
@Injectable()
export class SendSignInLink {
  constructor(
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(SignInLinkRepository) private readonly links: SignInLinkRepository,
    @Inject(DerivedTokens) private readonly tokens: DerivedTokens,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async request(email: string, locale: Locale): Promise<void> {
    const now = this.clock.now();
    const id = newId();
    const link = {
      id,
      tokenHash: this.tokens.deriveHash('sign-in', id, 1),
      now,
      expiresAt: new Date(now.getTime() + SIGN_IN_LINK_MS),
    };
    const limit = { most: LINKS_A_WINDOW, since: new Date(now.getTime() - WINDOW_MS) };
    await this.transactions.run(async (db) => {
      await this.links.insertFor(db, email.toLowerCase(), link, limit);
      await db.enqueue(SEND_SIGN_IN_LINK, { linkId: id, locale });
    });
  }
}
