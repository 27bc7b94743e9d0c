import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROGRAMME_KINDS, type ProgrammeBlock, type ProgrammeKind } from '../evenings/index.js';
import {
  FIRST_SCENE,
  isPossible,
  isSameScene,
  nextScene,
  runSheet,
  type Scene,
  sceneBefore,
  sceneKey,
  scenesAside,
  STAGE_COLOURS,
  stageColour,
  whatNow,
} from './index.js';

function block(id: string, kind: ProgrammeKind, hour: number | null = null): ProgrammeBlock {
  const startsAt = hour === null ? null : new Date(Date.UTC(2026, 10, 22, hour));
  return { id, kind, title: '', startsAt, endsAt: null, confirmed: false };
}
const keys = (scenes: readonly Scene[]) => scenes.map(sceneKey);

const blocks = fc
  .array(fc.tuple(fc.constantFrom(...PROGRAMME_KINDS), fc.option(fc.integer({ min: 12, max: 22 }))), {
    maxLength: 12,
  })
  .map((list) => list.map(([kind, hour], index) => block(`b${index}`, kind, hour)));
const source = fc.record({
  blocks,
  rounds: fc.integer({ min: 0, max: 6 }),
  seatingBlock: fc.option(fc.integer({ min: 0, max: 14 }).map((index) => `b${index}`)),
});
const anyScene = fc.oneof(
  fc.constantFrom<Scene>({ scene: 'welcome' }, { scene: 'pulse' }, { scene: 'questions' }, { scene: 'draw' }),
  fc.integer({ min: 0, max: 14 }).map((index): Scene => ({ scene: 'talk', block: `b${index}` })),
  fc.integer({ min: 1, max: 9 }).map((round): Scene => ({ scene: 'seating', round })),
  fc.constant<Scene>({ scene: 'programme', block: null }),
);

describe('the run sheet', () => {
  it('follows the programme in the order of its times', () => {
    const evening = [
      block('d', 'draw', 20),
      block('a', 'arrival', 17),
      block('t', 'talk', 18),
      block('f', 'fair', 17),
      block('g', 'group-work', 19),
      block('q', 'panel', 19),
      block('b', 'bingo', 18),
    ];
    expect(keys(runSheet({ blocks: evening, rounds: 2, seatingBlock: null }))).toEqual([
      'welcome',
      'programme:f',
      'talk:t',
      'pulse',
      'seating:1',
      'seating:2',
      'questions',
      'draw',
      'thanks',
    ]);
  });

  it('offers what every evening has when there is no programme', () => {
    const without = { blocks: [], seatingBlock: null };
    expect(keys(runSheet({ ...without, rounds: 0 }))).toEqual([
      'welcome',
      'pulse',
      'questions',
      'draw',
      'thanks',
    ]);
    expect(keys(runSheet({ ...without, rounds: 1 }))[2]).toBe('seating:1');
  });

  it('seats people in the part of the programme that was chosen for it', () => {
    const two = [block('g', 'group-work', 18), block('h', 'group-work', 19)];
    const sheet = keys(runSheet({ blocks: two, rounds: 1, seatingBlock: 'h' }));
    expect(sheet).toEqual(['welcome', 'programme:g', 'seating:1', 'thanks']);
  });

  it('begins with the welcome, ends with the thanks, and has each possible scene once', () => {
    fc.assert(
      fc.property(source, (evening) => {
        const sheet = runSheet(evening);
        expect(sheet[0]).toEqual(FIRST_SCENE);
        expect(sheet.at(-1)).toEqual({ scene: 'thanks' });
        expect(new Set(keys(sheet)).size).toBe(sheet.length);
        expect(sheet.every((scene) => isPossible(scene, evening))).toBe(true);
        const rounds = sheet.filter(({ scene }) => scene === 'seating').map((scene) => sceneKey(scene));
        expect(rounds).toEqual(Array.from({ length: evening.rounds }, (_, at) => `seating:${at + 1}`));
      }),
    );
  });

  it('leaves aside only what is not on it and can always be shown', () => {
    fc.assert(
      fc.property(source, (evening) => {
        const sheet = runSheet(evening);
        const aside = scenesAside(sheet);
        expect(aside.every((scene) => isPossible(scene, evening))).toBe(true);
        expect(new Set(keys([...sheet, ...aside])).size).toBe(sheet.length + aside.length);
        for (const kind of ['pulse', 'questions', 'draw']) expect(keys([...sheet, ...aside])).toContain(kind);
      }),
    );
  });

  it('is walked from the first scene to the last, and back', () => {
    fc.assert(
      fc.property(source, (evening) => {
        const sheet = runSheet(evening);
        const forth: Scene[] = [];
        let previous: Scene | null = null;
        for (let scene: Scene | null = FIRST_SCENE; scene;) {
          forth.push(scene);
          const next: Scene | null = nextScene({ sheet, current: scene, previous });
          [previous, scene] = [scene, next];
          expect(forth.length).toBeLessThanOrEqual(sheet.length);
        }
        expect(forth).toEqual(sheet);
        const back: Scene[] = [];
        for (
          let scene = sheet.at(-1) ?? null;
          scene;
          scene = sceneBefore({ sheet, current: scene, previous: null })
        )
          back.push(scene);
        expect(back.toReversed()).toEqual(sheet);
      }),
    );
  });

  it('finds its way back from a scene aside', () => {
    fc.assert(
      fc.property(source, anyScene, anyScene, (evening, current, previous) => {
        const sheet = runSheet(evening);
        const next = nextScene({ sheet, current, previous });
        const on = (scene: Scene) => sheet.findIndex((each) => isSameScene(each, scene));
        const last = on(current) >= 0 ? on(current) : on(previous);
        expect(next).toEqual(sheet[last + 1] ?? null);
        if (on(current) < 0) expect(sceneBefore({ sheet, current, previous })).toEqual(previous);
      }),
    );
  });
});

describe('a scene', () => {
  it.each<[Scene, boolean]>([
    [{ scene: 'seating', round: 2 }, true],
    [{ scene: 'seating', round: 3 }, false],
    [{ scene: 'seating', round: 0 }, false],
    [{ scene: 'talk', block: 't' }, true],
    [{ scene: 'talk', block: 'gone' }, false],
    [{ scene: 'programme', block: null }, true],
    [{ scene: 'programme', block: 'gone' }, false],
    [{ scene: 'draw' }, true],
  ])('%j can be shown: %s', (scene, possible) =>
    expect(isPossible(scene, { blocks: [{ id: 't' }], rounds: 2 })).toBe(possible),
  );
});

describe('what now', () => {
  it.each<[Scene, ProgrammeKind | null, string | null, boolean]>([
    [{ scene: 'welcome' }, null, 'whom-to-meet', true],
    [{ scene: 'questions' }, null, 'ask', true],
    [{ scene: 'talk', block: 't' }, 'talk', 'ask', true],
    [{ scene: 'pulse' }, null, 'scan', false],
    [{ scene: 'programme', block: 'f' }, 'fair', 'scan', false],
    [{ scene: 'programme', block: 'b' }, 'break', null, true],
    [{ scene: 'programme', block: null }, null, null, true],
    [{ scene: 'seating', round: 1 }, null, 'table', false],
    [{ scene: 'draw' }, null, 'draw', true],
    [{ scene: 'thanks' }, null, 'contacts', false],
  ])('at %j (%s) is %s', (scene, kind, action, phoneMayRest) =>
    expect(whatNow(scene, kind, true)).toEqual({ action, phoneMayRest }),
  );

  it('offers the game to players only', () => {
    fc.assert(
      fc.property(anyScene, fc.option(fc.constantFrom(...PROGRAMME_KINDS)), (scene, kind) => {
        const { action, phoneMayRest } = whatNow(scene, kind, false);
        expect([null, 'ask', 'table']).toContain(action);
        if (action === null) expect(phoneMayRest).toBe(true);
      }),
    );
  });
});

it('gives an evening one of the colours, always the same', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      expect(STAGE_COLOURS).toContain(stageColour(id));
      expect(stageColour(id)).toBe(stageColour(id));
    }),
  );
  const ids = Array.from({ length: 40 }, (_, index) => `evening-${index}`);
  expect(new Set(ids.map(stageColour)).size).toBe(STAGE_COLOURS.length);
});
