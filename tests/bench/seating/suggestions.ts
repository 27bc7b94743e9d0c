import { type Seeker, suggestMeetings } from '@hillo/domain/matchmaking';
import { SIDES } from '@hillo/domain/registration';
import { type Figure, median, plain } from '../figures.js';
import { lehmer } from './rooms.js';

const PEOPLE = 1000;
const RUNS = 5;

/** Whom to meet, for a thousand people of whom each offers and needs six things; few things are common, many are rare. */
export function measureSuggestions(): Figure {
  const chance = lehmer(7);
  const term = () => `t${Math.floor(300 * chance() ** 2)}`;
  const terms = () => Array.from({ length: 6 }, term);
  const seekers = Array.from({ length: PEOPLE }, (_, at): Seeker => ({
    id: `p${at}`,
    side: SIDES[at % SIDES.length] ?? 'community',
    affiliation: `a${Math.floor(chance() * 200)}`,
    offers: terms(),
    needs: terms(),
    findable: chance() < 0.8,
    wantsSuggestions: true,
    met: new Set([`p${Math.floor(chance() * PEOPLE)}`]),
  }));
  const times = Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    suggestMeetings(seekers);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return plain(`suggestions for ${PEOPLE} people, eight each: CPU`, 'ms', median(times), { most: 150 });
}
