import { Injectable } from '@nestjs/common';
import type { Actor } from '@hillo/contracts/access';
import type { Endpoint } from '@hillo/contracts/endpoint';
import type { FastifyRequest } from 'fastify';
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProblemError } from './problem-error.js';

type Limiter = Pick<RateLimiterMemory, 'consume'>;

/** One bucket for an address; an IPv6 subscriber owns a whole /64. */
export function clientAddress(request: Pick<FastifyRequest, 'ip'>): string {
  const address = request.ip.replace(/^::ffff:/, '');
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

async function consume(limiter: Limiter, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new ProblemError('too-many-requests', {
      seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
    });
  }
}

/**
 * Limits by token and role, never by address: a venue has one (quality.md, Corrections). Counted in the memory of the process;
 * with several processes each allows its share. By address only registrations, suggestions and failed token look-ups are counted.
 * The pause between two questions is a rule of the panel.
 */
@Injectable()
export class RequestLimits {
  private readonly attendee = new BurstyRateLimiter(
    new RateLimiterMemory({ points: 120, duration: 60 }),
    new RateLimiterMemory({ keyPrefix: 'burst', points: 60, duration: 60 }),
  );
  private readonly scan = new RateLimiterMemory({ points: 30, duration: 60 });
  private readonly staff = new RateLimiterMemory({ points: 600, duration: 60 });
  private readonly registration = new RateLimiterMemory({ points: 1_000, duration: 600 });
  /** A hundred people on one venue's address who type ten letters each, in a minute. */
  private readonly suggestion = new RateLimiterMemory({ points: 1_000, duration: 60 });

  async count(actor: Actor, limit: Endpoint['limit'], request: FastifyRequest): Promise<void> {
    if (actor.role === 'nobody') {
      if (limit === 'registration') await consume(this.registration, clientAddress(request));
      if (limit === 'suggestion') await consume(this.suggestion, clientAddress(request));
      return;
    }
    if (actor.role !== 'attendee') return consume(this.staff, actor.key);
    await consume(this.attendee, actor.key);
    if (limit === 'scan') await consume(this.scan, actor.key);
  }
}

/** Guessing tokens: 60 wrong look-ups a minute from one address, then one a second (T10). Right ones are never counted. */
@Injectable()
export class FailedTokenLimit {
  private readonly minute = new RateLimiterMemory({ points: 60, duration: 60 });
  private readonly second = new RateLimiterMemory({ points: 1, duration: 1 });

  /** Call after a token was not found. Throws `too-many-requests` when the address guesses. */
  async count(request: Pick<FastifyRequest, 'ip'>): Promise<void> {
    const address = clientAddress(request);
    const within = await this.minute.consume(address).then(
      () => true,
      () => false,
    );
    if (!within) await consume(this.second, address);
  }
}
