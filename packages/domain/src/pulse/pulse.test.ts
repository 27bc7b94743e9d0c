import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECTORS, type Sector, SMALLEST_COUNT } from '../registration/index.js';
import { linesOf } from './lines.js';
import { FRAME, placesOf } from './places.js';
import { meetingsOf, type Room, roomOf } from './room.js';

const sectors = fc.array(fc.constantFrom(...SECTORS), { maxLength: 120 });
const many = (sector: Sector, count: number): Sector[] => Array.from({ length: count }, () => sector);
const full = [...many('municipality', 20), ...many('association', 30), ...many('company', 6)];
const met = fc.array(
  fc.record({ one: fc.constantFrom(...SECTORS), other: fc.constantFrom(...SECTORS), count: fc.nat(20) }),
  { maxLength: 12 },
);
const groupOf = (room: Room, person: number) => room.looks[room.people[person] ?? -1]?.group ?? -1;
const countsOf = (room: Room) => room.groups.map(({ count }) => count);

describe('the room as dots', () => {
  it('shows side and sector of many, and of few no more than that they are here', () => {
    const room = roomOf([...many('municipality', 6), ...many('association', 9), ...many('parish', 2)]);
    expect(room.looks).toEqual([
      { group: 0, side: 'public', mark: 'municipality' },
      { group: 1, side: 'community', mark: null },
    ]);
    expect(roomOf(['company', 'parish']).looks.map(({ side, mark }) => [side, mark])).toEqual([[null, null]]);
  });

  it('gives residents and experts by experience one picture', () => {
    const room = roomOf([...many('resident', 3), ...many('expert-by-experience', 3), ...many('state', 5)]);
    expect(room.looks.map(({ mark }) => mark)).toEqual(['state', 'resident-or-expert']);
  });

  it('loses nobody and never shows fewer than five alike', () => {
    fc.assert(
      fc.property(sectors, (list) => {
        const room = roomOf(list);
        expect(room.people).toHaveLength(list.length);
        room.looks.forEach((look, place) => {
          const alike = room.people.filter((other) => other === place).length;
          expect(alike).toBeGreaterThan(0);
          if (look.side || look.mark) expect(alike).toBeGreaterThanOrEqual(SMALLEST_COUNT);
        });
        countsOf(room).forEach((count, group) =>
          expect(room.people.filter((_, person) => groupOf(room, person) === group)).toHaveLength(count),
        );
      }),
    );
  });
});

describe('meetings of the room', () => {
  it('are told by groups when every group is a side, and only in all otherwise', () => {
    const pairs = [
      { one: 'municipality', other: 'association', count: 7 },
      { one: 'association', other: 'municipality', count: 2 },
      { one: 'association', other: 'parish', count: 4 },
      { one: 'company', other: 'state', count: 1 },
    ] as const;
    expect(meetingsOf(roomOf(full), pairs)).toEqual({
      total: 14,
      across: 10,
      between: [
        { a: 0, b: 1, count: 9 },
        { a: 0, b: 2, count: 1 },
        { a: 1, b: 1, count: 4 },
      ],
    });
    const fewCompanies = roomOf([...full.slice(0, 50), 'company']);
    expect(meetingsOf(fewCompanies, pairs)).toEqual({ total: 14, across: 10, between: null });
    expect(meetingsOf(roomOf(full.slice(0, 4)), pairs)).toBeNull();
  });
});

describe('lines of the picture', () => {
  it('are as many as the meetings, join the groups that met, and are the same each time', () => {
    fc.assert(
      fc.property(sectors, met, (list, pairs) => {
        const room = roomOf([...full, ...list]);
        const meetings = meetingsOf(room, pairs);
        const lines = linesOf(room, meetings);
        expect(linesOf(room, meetings)).toEqual(lines);
        for (const { from, to } of lines) {
          expect(from).not.toBe(to);
          expect(Math.max(from, to)).toBeLessThan(room.people.length);
        }
        for (const { a, b, count } of meetings?.between ?? []) {
          const joining = lines.filter(
            ({ from, to }) => groupOf(room, from) === a && groupOf(room, to) === b,
          );
          expect(joining).toHaveLength(count);
          expect(joining.every(({ across }) => across === (a !== b))).toBe(true);
        }
      }),
      // Among few dots, every lot of a meeting may be unlucky.
      { examples: [[[], [{ one: 'company', other: 'company', count: 27 }]]] },
    );
  });

  it('stay when a meeting is added, whether groups are told or not', () => {
    const anyRoom = fc.constantFrom(roomOf(full), roomOf(full.slice(0, 52)));
    fc.assert(
      fc.property(
        anyRoom,
        met,
        fc.constantFrom(...SECTORS),
        fc.constantFrom(...SECTORS),
        (room, pairs, one, other) => {
          const before = linesOf(room, meetingsOf(room, pairs));
          const after = linesOf(room, meetingsOf(room, [...pairs, { one, other, count: 1 }]));
          const keys = (lines: typeof before) => lines.map((line) => JSON.stringify(line));
          const left = keys(after);
          for (const line of keys(before)) left.splice(left.indexOf(line), 1);
          expect(left.length).toBe(after.length - before.length);
          expect(left.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('turn few of their ends to a newcomer, and joins all dots about alike', () => {
    const pairs = [{ one: 'municipality', other: 'association', count: 200 }] as const;
    const lines = (room: Room) => linesOf(room, meetingsOf(room, pairs));
    const before = lines(roomOf(full));
    const after = lines(roomOf([...full, 'association']));
    const moved = before.filter(
      ({ from, to }, place) => after[place]?.from !== from || after[place]?.to !== to,
    );
    // One of 31 is fair; a lot drawn twice moves a few more.
    expect(moved.length).toBeLessThan(30);
    expect(moved.length).toBeGreaterThan(0);
    const ends = full.map(
      (_, person) => before.filter(({ from, to }) => from === person || to === person).length,
    );
    expect(Math.max(...ends.slice(0, 20))).toBeLessThan(25);
    expect(Math.min(...ends.slice(0, 50))).toBeGreaterThan(0);
  });

  it('joins dots of different groups by lot when groups are not told', () => {
    const room = roomOf(full.slice(0, 52));
    const lines = linesOf(room, meetingsOf(room, [{ one: 'company', other: 'municipality', count: 40 }]));
    expect(lines).toHaveLength(40);
    for (const { from, to } of lines) expect(groupOf(room, from)).not.toBe(groupOf(room, to));
  });
});

describe('places of the picture', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 160 }), { minLength: 1, maxLength: 3 });

  it('are in the frame, and no dot covers another', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const { dot, groups } = placesOf(list);
        const all = groups.flatMap(({ places }) => places);
        expect(groups.map(({ places }) => places.length)).toEqual(list);
        expect(dot).toBeGreaterThan(8);
        const inside = all.map(({ x, y }) => Math.min(x, y, FRAME.width - x, FRAME.height - y));
        expect(Math.min(...inside)).toBeGreaterThan(dot);
        const apart = all.flatMap((one, index) =>
          all.slice(0, index).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
        );
        expect(apart.reduce((least, distance) => Math.min(least, distance), Infinity)).toBeGreaterThan(
          2 * dot,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('do not change for a newcomer, but at a few steps, and then all draw back a little together', () => {
    let moves = 0;
    for (let count = 9; count < 160; count += 1) {
      const [before, after] = [placesOf([count, 40, 12]), placesOf([count + 1, 40, 12])];
      const [was, is] = [before.groups[0], after.groups[0]];
      const same = was?.places.every(
        ({ x, y }, index) => is?.places[index]?.x === x && is.places[index]?.y === y,
      );
      if (same) continue;
      moves += 1;
      was?.places.forEach(({ x, y }, index) => {
        const now = is?.places[index] ?? was.middle;
        expect(Math.hypot(now.x - x, now.y - y)).toBeLessThan(FRAME.width / 8);
      });
    }
    expect(moves).toBeLessThan(10);
  });
});
