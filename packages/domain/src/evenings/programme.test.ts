import { describe, expect, it } from 'vitest';
import { checkBlock, orderProgramme, programmeNotices, type ProgrammeBlock } from './programme.js';

function block(id: string, over: Partial<ProgrammeBlock>): ProgrammeBlock {
  return { id, kind: 'talk', title: '', startsAt: null, endsAt: null, confirmed: false, ...over };
}

const plan = {
  startsAt: new Date('2026-10-20T14:00:00Z'),
  endsAt: new Date('2026-10-20T17:00:00Z'),
  programme: [
    block('a', { kind: 'arrival', startsAt: new Date('2026-10-20T14:00:00Z'), confirmed: true }),
    block('b', {
      kind: 'bingo',
      startsAt: new Date('2026-10-20T15:15:00Z'),
      endsAt: new Date('2026-10-20T16:00:00Z'),
    }),
    block('c', { kind: 'panel' }),
  ],
};

describe('programme', () => {
  it('refuses only what cannot be', () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 9, 20, hour));
    expect(checkBlock(block('a', {})).ok).toBe(true);
    expect(checkBlock(block('a', { startsAt: at(5), endsAt: at(6), confirmed: true })).ok).toBe(true);
    expect(checkBlock(block('a', { startsAt: at(5), endsAt: at(5) }))).toMatchObject({
      code: 'block-ends-before-start',
    });
    expect(checkBlock(block('a', { endsAt: at(5) }))).toMatchObject({ code: 'block-end-without-start' });
    expect(checkBlock(block('a', { confirmed: true }))).toMatchObject({
      code: 'block-confirmed-without-start',
    });
  });

  it('is ordered by time, open times last', () => {
    const [a, b, c] = plan.programme;
    const mixed = [c, b, a].filter((each) => each !== undefined);
    expect(orderProgramme(mixed).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('notices, and leaves an empty programme in peace', () => {
    expect(programmeNotices([], plan.startsAt, plan.endsAt)).toEqual([]);
    expect(programmeNotices(plan.programme, plan.startsAt, plan.endsAt)).toEqual([]);
    const late = [block('x', { startsAt: new Date('2026-10-20T18:00:00Z') }), block('y', { kind: 'draw' })];
    expect(programmeNotices(late, plan.startsAt, plan.endsAt)).toEqual([
      { notice: 'block-outside-hours', blockId: 'x' },
      { notice: 'nothing-that-mixes', blockId: null },
      { notice: 'draw-without-bingo', blockId: null },
    ]);
  });
});
