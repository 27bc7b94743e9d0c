import { companiesOf, meetingsOf, pairName, type PersonPair } from '@hillo/domain/matchmaking';
import { SIDES } from '@hillo/domain/registration';
import { useMemo } from 'react';
import { useText } from '../../../../lib/texts/texts.js';
import { Aside } from '../../../../ui/text/text.js';
import type { Seating, SeatingPerson, SeatingPlan } from '../api.js';
import { nameOf } from '../names.js';
import styles from '../seating.module.css';

/** So many pairs that meet again are told by name. */
const MOST_NAMED = 20;

/** Who meets whom: a square for each two, sides beside each other; and in words, who meets again and who meets fewest. */
export function MeetingsPicture({ plan, seating }: { plan: SeatingPlan; seating: Seating }) {
  const text = useText();
  const found = useMemo(() => pictureOf(plan, seating), [plan, seating]);
  const { size, once, again, company, blocks, twice, fewest, most } = found;
  return (
    <figure className={styles.meetings}>
      <svg
        viewBox={`-1 -1 ${size + 2} ${size + 2}`}
        role="img"
        aria-label={text('seating.picture.label', { fewest, most })}
      >
        <rect x="0" y="0" width={size} height={size} className={styles.nobody} />
        <path d={once} className={styles.once} />
        <path d={again} className={styles.again} />
        <path d={company} className={styles.company} />
        {blocks.map((at) => (
          <path key={at} d={`M${at} 0V${size}M0 ${at}H${size}`} className={styles.border} />
        ))}
      </svg>
      <figcaption>
        <p>{text('seating.picture.lead')}</p>
        <ul className={styles.key}>
          <li>
            <span className={`${styles.sample} ${styles.onceSample}`} />
            {text('seating.picture.once')}
          </li>
          <li>
            <span className={`${styles.sample} ${styles.againSample}`} />
            {text('seating.picture.again')}
          </li>
          <li>
            <span className={`${styles.sample} ${styles.companySample}`} />
            {text('seating.picture.company')}
          </li>
          <li>
            <span className={styles.sample} />
            {text('seating.picture.never')}
          </li>
        </ul>
        <p>{text('seating.picture.spread', { fewest, most })}</p>
        {twice.length === 0 ? null : (
          <>
            <p>{text('seating.picture.againList')}</p>
            <ul>
              {twice.slice(0, MOST_NAMED).map(({ key, one, other }) => (
                <li key={key}>{text('seating.picture.pair', { one: nameOf(one), other: nameOf(other) })}</li>
              ))}
            </ul>
            {twice.length > MOST_NAMED ? (
              <Aside>{text('seating.picture.more', { count: twice.length - MOST_NAMED })}</Aside>
            ) : null}
          </>
        )}
      </figcaption>
    </figure>
  );
}

function pictureOf({ rounds }: SeatingPlan, { people: everybody, together }: Seating) {
  const seated = new Set(rounds.flatMap((round) => Object.values(round).flat()));
  const people = everybody
    .filter(({ id }) => seated.has(id))
    .toSorted((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side) || (a.mark < b.mark ? -1 : 1));
  const tied = everybody.flatMap(({ id, accompanies }): PersonPair[] =>
    accompanies ? [[accompanies, id]] : [],
  );
  const companies = companiesOf(
    everybody.map(({ id }) => id),
    [...together, ...tied],
  );
  const companyOf = new Map(companies.flatMap((ids) => ids.map((id) => [id, ids] as const)));
  const meetings = meetingsOf(rounds);
  const count = people.map(() => 0);
  const twice: { key: string; one: SeatingPerson; other: SeatingPerson }[] = [];
  const cells = { once: '', again: '', company: '' };
  people.forEach((one, row) => {
    people.forEach((other, column) => {
      const key = pairName(one.id, other.id);
      const times = row === column ? 0 : (meetings.get(key) ?? 0);
      if (times === 0) return;
      const belongs = companyOf.get(one.id)?.includes(other.id) ?? false;
      cells[belongs ? 'company' : times === 1 ? 'once' : 'again'] += `M${column} ${row}h1v1h-1z`;
      count[row] = (count[row] ?? 0) + 1;
      if (times > 1 && !belongs && row < column) twice.push({ key, one, other });
    });
  });
  return {
    size: people.length,
    ...cells,
    twice,
    /** Where one side ends and the next begins. */
    blocks: people.flatMap(({ side }, at) => (at > 0 && people[at - 1]?.side !== side ? [at] : [])),
    fewest: Math.min(...count),
    most: Math.max(0, ...count),
  };
}
