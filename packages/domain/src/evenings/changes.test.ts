import { describe, expect, it } from 'vitest';
import { compareEvenings, nextSequence } from './changes.js';
import { copyEvening } from './copy.js';
import type { EveningPlan } from './evening.js';
import { type ProgrammeBlock } from './programme.js';
import { OPEN_REGISTRATION } from './registration-window.js';
import { wallClockAt } from './wall-clock.js';

function block(id: string, over: Partial<ProgrammeBlock>): ProgrammeBlock {
  return { id, kind: 'talk', title: '', startsAt: null, endsAt: null, confirmed: false, ...over };
}

const plan: EveningPlan = {
  theme: { key: 'children-and-families' },
  startsAt: new Date('2026-10-20T14:00:00Z'),
  endsAt: new Date('2026-10-20T17:00:00Z'),
  timeZone: 'Europe/Helsinki',
  venue: { name: 'Library', address: 'Kirjakuja 1', features: { 'step-free': true }, directions: '' },
  capacity: 80,
  registration: { by: 'closed', opensAt: null, closesAt: null },
  programme: [
    block('a', { kind: 'arrival', startsAt: new Date('2026-10-20T14:00:00Z'), confirmed: true }),
    block('b', {
      kind: 'bingo',
      startsAt: new Date('2026-10-20T15:15:00Z'),
      endsAt: new Date('2026-10-20T16:00:00Z'),
    }),
    block('c', { kind: 'panel' }),
  ],
  texts: { title: 'Together', description: '', can: '', cannot: '' },
};
const published = { state: 'published', plan } as const;
const changed = (over: Partial<EveningPlan>) => ({ state: 'published', plan: { ...plan, ...over } }) as const;

describe('compareEvenings', () => {
  it('mails a new time, a new place and a cancellation', () => {
    const moved = changed({
      endsAt: new Date('2026-10-20T17:30:00Z'),
      venue: { ...plan.venue, address: 'Kirjakuja 2' },
    });
    expect(compareEvenings(published, moved)).toEqual({ mustMail: ['time', 'place'], offered: [] });
    expect(compareEvenings({ state: 'running', plan }, { state: 'cancelled', plan }).mustMail).toEqual([
      'cancelled',
    ]);
    expect(compareEvenings({ state: 'cancelled', plan }, { state: 'cancelled', plan }).mustMail).toEqual([]);
  });

  it('offers the mail for other additions', () => {
    const added = changed({
      theme: { text: 'Food for all' },
      programme: [...plan.programme, block('d', { kind: 'draw' })],
      venue: { ...plan.venue, features: { 'step-free': true, 'quiet-room': false } },
      texts: { ...plan.texts, can: 'Meet' },
    });
    expect(compareEvenings(published, added)).toEqual({
      mustMail: [],
      offered: ['theme', 'programme', 'venue', 'texts'],
    });
  });

  it('finds nothing in what concerns nobody, in a draft or in another order of the same blocks', () => {
    expect(compareEvenings(published, changed({ capacity: 20, registration: OPEN_REGISTRATION }))).toEqual({
      mustMail: [],
      offered: [],
    });
    expect(compareEvenings({ state: 'draft', plan }, changed({ endsAt: new Date(0) })).mustMail).toEqual([]);
    const [a, b, c] = plan.programme;
    const shuffled = changed({ programme: [b, a, c].filter((each) => each !== undefined) });
    expect(compareEvenings(published, shuffled).offered).toEqual([]);
  });

  it('raises SEQUENCE for what is mailed and never lowers it', () => {
    expect(nextSequence(3, { mustMail: ['time', 'place'], offered: [] }, false)).toBe(4);
    expect(nextSequence(3, { mustMail: [], offered: ['texts'] }, true)).toBe(4);
    expect(nextSequence(3, { mustMail: [], offered: ['texts'] }, false)).toBe(3);
    expect(nextSequence(3, { mustMail: [], offered: [] }, true)).toBe(3);
  });
});

describe('copyEvening', () => {
  const start = new Date('2026-11-24T15:00:00Z');
  const ids = () => {
    let next = 0;
    return () => `new-${(next += 1)}`;
  };

  it('moves the programme with the start by the wall clock, across a change of clocks', () => {
    const { plan: copy, leftToOthers } = copyEvening(plan, ['programme', 'bingo-prompts'], start, ids());
    expect(copy.programme.map(({ id, kind, confirmed }) => [id, kind, confirmed])).toEqual([
      ['new-1', 'arrival', false],
      ['new-2', 'bingo', false],
      ['new-3', 'panel', false],
    ]);
    const times = copy.programme.map(({ startsAt }) => startsAt && wallClockAt(startsAt, copy.timeZone));
    expect(times).toEqual(['2026-11-24T17:00', '2026-11-24T18:15', null]);
    expect(copy.endsAt).toEqual(new Date('2026-11-24T18:00:00Z'));
    expect(leftToOthers).toEqual(['bingo-prompts']);
  });

  it('takes only what was chosen and opens registration anew', () => {
    const bare = copyEvening(plan, [], start, ids()).plan;
    expect(bare).toMatchObject({
      theme: plan.theme,
      capacity: null,
      programme: [],
      registration: OPEN_REGISTRATION,
    });
    expect(bare.venue.name).toBe('');
    expect(bare.texts.title).toBe('');
    const full = copyEvening(plan, ['frame', 'venue', 'texts', 'prizes'], start, ids());
    expect(full.plan).toMatchObject({ capacity: 80, venue: plan.venue, texts: plan.texts });
    expect(full.leftToOthers).toEqual(['prizes']);
  });
});
