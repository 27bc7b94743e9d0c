import { isHex32 } from './bytes.js';
import type { DrawCrypto } from './crypto.js';
import { drawOrder } from './order.js';
import { type DrawProof, INPUT_FAULTS, inputFault } from './proof.js';
import { commitment, listHash, seedOf } from './steps.js';

/** The checks in the order in which they are made; the first that fails is named. */
export const VERIFY_STEPS = [...INPUT_FAULTS, 'announced', 'commit', 'list', 'seed', 'order'] as const;
export type VerifyStep = (typeof VERIFY_STEPS)[number];

/** What the checker saw with own eyes before the reveal: a proof made afterwards cannot match it. */
export type Announced = Partial<Pick<DrawProof, 'commit' | 'list' | 'publicNumber'>>;

/** Shaped like the `Outcome` of `@hillo/domain/shared`, which this package does not import. */
export type VerifyResult =
  | { readonly ok: true; readonly value: { readonly proof: DrawProof; readonly winners: readonly string[] } }
  | { readonly ok: false; readonly code: VerifyStep };

const PROOF_KEYS: readonly string[] = [
  'drawId',
  'secret',
  'tickets',
  'prizes',
  'publicNumber',
  'commit',
  'list',
  'seed',
  'order',
] satisfies (keyof DrawProof)[];

/**
 * Checks a proof of unknown origin, such as parsed JSON: its form, then every value that follows from the inputs.
 * Without `announced` a good answer says that the proof agrees with itself; with it, that it is also the draw that
 * was announced. Never throws for bad input.
 */
export async function verifyProof(
  crypto: DrawCrypto,
  candidate: unknown,
  announced: Announced = {},
): Promise<VerifyResult> {
  if (!isProofShaped(candidate)) return { ok: false, code: 'shape' };
  const proof = candidate;
  const fault = inputFault(proof);
  if (fault !== undefined) return { ok: false, code: fault };
  if (!agrees(proof, announced)) return { ok: false, code: 'announced' };
  if (proof.commit !== (await commitment(crypto, proof.drawId, proof.secret)))
    return { ok: false, code: 'commit' };
  if (proof.list !== (await listHash(crypto, proof.tickets))) return { ok: false, code: 'list' };
  const seed = await seedOf(crypto, { ...proof, ticketCount: proof.tickets.length });
  if (proof.seed !== seed) return { ok: false, code: 'seed' };
  const order = await drawOrder(crypto, seed, proof.tickets);
  if (!sameTexts(proof.order, order)) return { ok: false, code: 'order' };
  return { ok: true, value: { proof, winners: order.slice(0, proof.prizes) } };
}

function isProofShaped(candidate: unknown): candidate is DrawProof {
  if (typeof candidate !== 'object' || candidate === null || Array.isArray(candidate)) return false;
  const fields = new Map<string, unknown>(Object.entries(candidate));
  return (
    fields.size === PROOF_KEYS.length &&
    PROOF_KEYS.every((key) => fields.has(key)) &&
    typeof fields.get('drawId') === 'string' &&
    typeof fields.get('publicNumber') === 'string' &&
    typeof fields.get('prizes') === 'number' &&
    ['secret', 'commit', 'list', 'seed'].every((key) => isHexField(fields.get(key))) &&
    isTextList(fields.get('tickets')) &&
    isTextList(fields.get('order'))
  );
}

function isHexField(value: unknown): boolean {
  return typeof value === 'string' && isHex32(value);
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function agrees(proof: DrawProof, announced: Announced): boolean {
  return (
    (announced.commit ?? proof.commit) === proof.commit &&
    (announced.list ?? proof.list) === proof.list &&
    (announced.publicNumber ?? proof.publicNumber) === proof.publicNumber
  );
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at]);
}
