import { Inject, Injectable } from '@nestjs/common';
import { fail, ok } from '@hillo/domain/shared';
import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config/index.js';
import { Clock, newId } from '../../../platform/clock/index.js';
import { type Operation, Operations, TransactionRunner } from '../../../platform/database/index.js';
import { FailedTokenLimit } from '../../../platform/http/index.js';
import { AccountRepository } from '../data/account-repository.js';
import { type Passkey, PasskeyRepository } from '../data/passkey-repository.js';
import { SignIn } from './sign-in.js';

const CHALLENGE_MS = 5 * 60_000;
const PRODUCT = 'Hillo';

/** What the library wants of a passkey. */
function credential({ credentialId, publicKey, counter, transports }: Passkey) {
  return {
    id: credentialId,
    publicKey: new Uint8Array(publicKey),
    counter,
    transports: transports as AuthenticatorTransport[],
  };
}

/** The library throws for an answer that does not fit; to us that is one expected refusal. */
async function verified<Result extends { verified: boolean }>(
  check: Promise<Result>,
): Promise<Result | undefined> {
  const result = await check.catch(() => undefined);
  return result?.verified ? result : undefined;
}

/** Sign-in without e-mail (WebAuthn). Bound to the host of `PUBLIC_URL`; browsers offer it on secure pages only. */
@Injectable()
export class Passkeys {
  private readonly origin: string;
  private readonly host: string;

  constructor(
    @Inject(PasskeyRepository) private readonly passkeys: PasskeyRepository,
    @Inject(AccountRepository) private readonly accounts: AccountRepository,
    @Inject(Operations) private readonly operations: Operations,
    @Inject(TransactionRunner) private readonly transactions: TransactionRunner,
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(FailedTokenLimit) private readonly failures: FailedTokenLimit,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    const url = new URL(config.PUBLIC_URL);
    this.origin = url.origin;
    this.host = url.hostname;
  }

  async list(accountId: string) {
    const passkeys = await this.passkeys.of(accountId);
    return {
      passkeys: passkeys.map(({ id, label, createdAt, usedAt }) => ({
        id,
        label,
        createdAt: createdAt.toISOString(),
        usedAt: usedAt && usedAt.toISOString(),
      })),
    };
  }

  async registrationOptions(accountId: string) {
    const [account, known] = await Promise.all([this.accounts.byId(accountId), this.passkeys.of(accountId)]);
    if (!account) return fail('not-found');
    const options = await generateRegistrationOptions({
      rpName: PRODUCT,
      rpID: this.host,
      userName: account.email,
      userDisplayName: account.name,
      userID: new TextEncoder().encode(accountId),
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    });
    return ok({ challengeId: await this.keep(options.challenge, accountId), options });
  }

  async save(accountId: string, sent: { challengeId: string; answer: unknown; label: string }) {
    const challenge = await this.passkeys.takeChallenge(sent.challengeId, accountId, this.clock.now());
    if (challenge === undefined) return fail('passkey-not-valid');
    const result = await verified(
      verifyRegistrationResponse({
        response: sent.answer as RegistrationResponseJSON,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.host,
        requireUserVerification: false,
      }),
    );
    const made = result?.registrationInfo?.credential;
    if (!made || (await this.passkeys.byCredential(made.id))) return fail('passkey-not-valid');
    await this.transactions.run((db) =>
      this.passkeys.insert(db, {
        id: newId(),
        accountId,
        credentialId: made.id,
        publicKey: Buffer.from(made.publicKey),
        counter: made.counter,
        transports: [...(made.transports ?? [])],
        label: sent.label,
        createdAt: this.clock.now(),
      }),
    );
    return ok(await this.list(accountId));
  }

  remove(accountId: string, id: string, operation: Operation) {
    return this.operations.once<Awaited<ReturnType<Passkeys['list']>>, 'not-found'>(
      operation,
      async (db) => ((await this.passkeys.remove(db, accountId, id)) ? ok({ id }) : fail('not-found')),
      async () => ok(await this.list(accountId)),
    );
  }

  async signInOptions() {
    const options = await generateAuthenticationOptions({ rpID: this.host, userVerification: 'preferred' });
    return { challengeId: await this.keep(options.challenge, null), options };
  }

  async authenticate(
    sent: { challengeId: string; answer: unknown },
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    const passkey = await this.proven(sent);
    if (!passkey) {
      await this.failures.count(request);
      return fail('passkey-not-valid');
    }
    await this.signIn.asAccount(passkey.accountId, request, reply);
    const [first] = await this.accounts.memberships(passkey.accountId);
    return ok({ organisationId: first?.organisationId ?? null });
  }

  private async proven(sent: { challengeId: string; answer: unknown }): Promise<Passkey | undefined> {
    const answer = sent.answer as AuthenticationResponseJSON;
    const now = this.clock.now();
    const challenge = await this.passkeys.takeChallenge(sent.challengeId, null, now);
    const passkey = typeof answer.id === 'string' ? await this.passkeys.byCredential(answer.id) : undefined;
    if (challenge === undefined || !passkey) return undefined;
    const result = await verified(
      verifyAuthenticationResponse({
        response: answer,
        expectedChallenge: challenge,
        expectedOrigin: this.origin,
        expectedRPID: this.host,
        credential: credential(passkey),
        requireUserVerification: false,
      }),
    );
    if (!result) return undefined;
    await this.passkeys.use(passkey.id, result.authenticationInfo.newCounter, now);
    return passkey;
  }

  private async keep(challenge: string, accountId: string | null): Promise<string> {
    const now = this.clock.now();
    const id = newId();
    await this.passkeys.keepChallenge({
      id,
      challenge,
      accountId,
      now,
      expiresAt: new Date(now.getTime() + CHALLENGE_MS),
    });
    return id;
  }
}
