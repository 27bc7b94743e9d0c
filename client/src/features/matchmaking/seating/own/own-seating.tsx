import { MARK_ICONS, SIDE_JAMS } from '@hillo/domain/registration';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../../../lib/texts/texts.js';
import { Card } from '../../../../ui/layout/card.js';
import { Disclosure } from '../../../../ui/layout/disclosure.js';
import { Marker } from '../../../../ui/marker/marker.js';
import { type OwnSeating as Seats, ownSeatingQuery } from '../api.js';
import styles from './own-seating.module.css';

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
      {later.map((round) => (
        <section key={round.round}>
          <h3>{text('ownSeating.roundAt', { round: round.round, table: tableOf(round) })}</h3>
          <Company round={round} />
        </section>
      ))}
      {over.length === 0 ? null : (
        <Disclosure summary={text('ownSeating.before')}>
          {over.map((round) => (
            <section key={round.round}>
              <h3>{text('ownSeating.roundAt', { round: round.round, table: tableOf(round) })}</h3>
              <Company round={round} />
            </section>
          ))}
        </Disclosure>
      )}
    </Card>
  );

  function tableOf({ table }: Seats['rounds'][number]): string {
    return /^\d+$/.test(table) ? text('ownSeating.table', { name: table }) : table;
  }
}

function Company({ round }: { round: Seats['rounds'][number] }) {
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
