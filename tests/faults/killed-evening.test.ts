import { playEvening, type Progress } from '@hillo/testing/simulate/evening';
import { seededRandom } from '@hillo/testing/random';
import { expect, it } from 'vitest';
import { brokenIn } from '../support/invariants.js';
import { Outpost } from '../support/outpost.js';
import { signInPath } from '../support/sign-in-link.js';

const FULL = process.env['HILLO_TEST_FULL'] === '1';
const KILLS = FULL ? 20 : 1;
const PEOPLE = FULL ? 80 : 10;
const SCANS = FULL ? 25 : 4;

it(
  `an evening of ${PEOPLE} phones whose server is killed ${KILLS} times in the middle is whole after each (T22)`,
  async ({ annotate }) => {
    const outpost = await Outpost.open();
    try {
      const organisation = await outpost.fixtures.organisation();
      const { accountId } = await outpost.fixtures.member(organisation, ['organiser']);
      const random = seededRandom('kills');
      // How much of the registering and meeting is done when it happens; a fifth of the kills hits the registering.
      const moments = Array.from({ length: KILLS }, (_, kill) => ({
        step: kill * 5 < KILLS - 1 ? 'Registering' : 'Meeting',
        share: random.below(900) / 1000,
      }));
      const broken: unknown[] = [];
      const backAfter: number[] = [];
      let killing: Promise<void> | undefined;
      const kill = async () => {
        const killed = performance.now();
        await outpost.killAndStartAgain();
        backAfter.push(Math.round(performance.now() - killed));
        broken.push(...(await brokenIn(outpost.pool)));
      };
      const progress: Progress = (step, done, total) => {
        const due = moments.findIndex((moment) => moment.step === step && done / total > moment.share);
        if (due < 0 || killing) return;
        moments.splice(due, 1);
        killing = kill().finally(() => (killing = undefined));
      };
      const played = await playEvening(
        {
          url: outpost.url,
          people: PEOPLE,
          seed: 'killed',
          organiserLink: outpost.url + (await signInPath(outpost.fixtures, accountId)),
          scans: SCANS,
          pace: FULL ? 4 : 0,
          twice: 20,
          // Kills follow each other as fast as the server is back; on a busy machine somebody meets many in a row.
          patience: 300,
        },
        progress,
      );
      await killing;
      expect(backAfter).toHaveLength(KILLS);
      expect(broken).toEqual([]);
      expect(played.checks.filter((check) => check.broken.length > 0)).toEqual([]);
      expect(await brokenIn(outpost.pool)).toEqual([]);
      await annotate(`it served again after ${backAfter.toSorted((a, b) => b - a).join(', ')} ms`);
    } finally {
      await outpost.close();
    }
  },
  FULL ? 1_800_000 : 90_000,
);
