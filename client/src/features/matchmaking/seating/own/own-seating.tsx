import { MARK_ICONS, SIDE_JAMS } from '@hillo/domain/registration';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../../lib/texts/texts.js';
import { Card } from '../../../../ui/layout/card.js';
import { Disclosure } from '../../../../ui/layout/disclosure.js';
import { Marker } from '../../../../ui/marker/marker.js';
import { type OwnSeating as Seats, ownSeatingQuery } from '../api.js';
import styles from './own-seating.module.css';

type Round = Seats['rounds'][number];

/** The own tables once people may see them: the round that comes next stands first and large, with whom one sits. */
export function OwnSeating({ registration }: { registration: string }) {
  const text = useText();
  const seating = useQuery(ownSeatingQuery(registration)).data?.seating;
  if (!seating) return null;
  const ahead = seating.rounds.filter(({ round }) => round > seating.held);
  const over = seating.rounds.filter(({ round }) => round <= seating.held);
  const [next, ...later] = ahead;
  return (
    <Card jam="cloudberry" heading={<h2>{text('ownSeating.title')}</h2>}>
      {next ? (
        <section className={styles.next}>
          <h3>{text('ownSeating.round', { round: next.round })}</h3>
          <p className={styles.table}>{tableOf(next)}</p>
          <Company round={next} />
        </section>
      ) : (
        <p>{text('ownSeating.over')}</p>
      )}
      <Rounds summary={text('ownSeating.later')} rounds={later} tableOf={tableOf} />
      <Rounds summary={text('ownSeating.before')} rounds={over} tableOf={tableOf} />
    </Card>
  );

  function tableOf({ table }: Round): string {
    return /^\d+$/.test(table) ? text('ownSeating.table', { name: table }) : table;
  }
}

interface RoundsProps {
  summary: string;
  rounds: readonly Round[];
  tableOf: (round: Round) => string;
}

/** Rounds that are not the next one, folded away. */
function Rounds({ summary, rounds, tableOf }: RoundsProps) {
  const text = useText();
  if (rounds.length === 0) return null;
  return (
    <Disclosure summary={summary}>
      {rounds.map((round) => (
        <section key={round.round} className={styles.round}>
          <h3>{text('ownSeating.roundAt', { round: round.round, table: tableOf(round) })}</h3>
          <Company round={round} />
        </section>
      ))}
    </Disclosure>
  );
}

function Company({ round }: { round: Round }) {
  const text = useText();
  if (round.with.length === 0) return null;
  return (
    <>
      <p>{text('ownSeating.with')}</p>
      <ul className={styles.people}>
        {round.with.map(({ firstName, affiliation, mark, side }, index) => (
          // Two Mattis of one association are told apart by nothing that people may see.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${firstName} ${affiliation} ${index}`}>
            <Marker
              size="s"
              jam={SIDE_JAMS[side]}
              icon={MARK_ICONS[mark]}
              label={text(`sectors.names.${mark}`)}
            />
            <span>
              {firstName}
              {affiliation === '' ? null : <span className={styles.from}>, {affiliation}</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
