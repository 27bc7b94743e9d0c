import type { StepUpPurpose } from '@hillo/domain/accounts';
import { expect } from 'vitest';
import { z } from 'zod';
import type { TestApplication } from './application.js';
import type { Browser, Reply } from './browser-session.js';

/** Where somebody signed in by a link asks for a code and types it. */
export interface StepUpRoutes {
  readonly codes: string;
  readonly stepUps: string;
}

export function attendeeRoutes(registration: string): StepUpRoutes {
  const base = `/api/me/${registration}`;
  return { codes: `${base}/step-up-codes`, stepUps: `${base}/step-ups` };
}

export function associationRoutes(evening: string): StepUpRoutes {
  const base = `/api/evenings/${evening}/association`;
  return { codes: `${base}-step-up-codes`, stepUps: `${base}-step-ups` };
}

/** The digits of the code that was made last, as the mail has them. */
export async function lastCode({ db, tokens }: Pick<TestApplication, 'db' | 'tokens'>): Promise<string> {
  const row = await db.first(z.object({ id: z.uuid() }), 'SELECT id FROM step_ups ORDER BY id DESC LIMIT 1');
  if (!row) throw new Error('No code was made');
  return tokens.deriveCode(row.id);
}

export function typeCode(
  browser: Browser,
  routes: StepUpRoutes,
  purpose: StepUpPurpose,
  code: string,
): Promise<Reply> {
  return browser.post(routes.stepUps, { purpose, code });
}

/** A file behind a step-up, which is made when it is asked for. */
export async function fileAfterStepUp(
  application: Pick<TestApplication, 'db' | 'tokens'>,
  browser: Browser,
  routes: StepUpRoutes,
  path: string,
): Promise<Reply & { body: Buffer }> {
  const reply = await browser.get(path);
  if (reply.status !== 403) return reply;
  expect(reply.body.code).toBe('step-up-needed');
  await stepUp(application, browser, routes, 'contact-export');
  return browser.get(path);
}

/** Asks for a code and types it, as after a look into the mail. */
export async function stepUp(
  application: Pick<TestApplication, 'db' | 'tokens'>,
  browser: Browser,
  routes: StepUpRoutes,
  purpose: StepUpPurpose,
): Promise<void> {
  const asked = await browser.post(routes.codes, { purpose });
  expect(asked.status, JSON.stringify(asked.body)).toBe(202);
  const typed = await typeCode(browser, routes, purpose, await lastCode(application));
  expect(typed.status, JSON.stringify(typed.body)).toBe(204);
}
