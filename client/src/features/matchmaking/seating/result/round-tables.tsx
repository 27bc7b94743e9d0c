import { MARK_ICONS, SIDE_JAMS } from '@hillo/domain/registration';
import { useText } from '../../../../lib/texts/texts.js';
import { Marker } from '../../../../ui/marker/marker.js';
import type { Seating, SeatingPerson, SeatingPlan } from '../api.js';
import { nameOf, tableName } from '../names.js';
import styles from '../seating.module.css';

interface RoundTablesProps {
  seating: Seating;
  round: SeatingPlan['rounds'][number];
  locks: Readonly<Record<string, string>>;
  onPick: (person: SeatingPerson) => void;
}

/** A round table by table; a name is pressed to see a person's way and to lock their seat. */
export function RoundTables({ seating, round, locks, onPick }: RoundTablesProps) {
  const text = useText();
  const people = new Map(seating.people.map((person) => [person.id, person]));
  return (
    <ul className={styles.tables}>
      {seating.tables
        .filter(({ id }) => (round[id]?.length ?? 0) > 0)
        .map(({ id, name }) => (
          <li key={id} className={styles.table}>
            <h3>{tableName(text, name)}</h3>
            <ul>
              {(round[id] ?? [])
                .flatMap((person) => people.get(person) ?? [])
                .map((person) => (
                  <li key={person.id}>
                    <button type="button" className={styles.person} onClick={() => onPick(person)}>
                      <Marker
                        size="s"
                        jam={SIDE_JAMS[person.side]}
                        icon={MARK_ICONS[person.mark]}
                        label={text(`sectors.names.${person.mark}`)}
                      />
                      <span>
                        {nameOf(person)}
                        {locks[person.id] === undefined ? null : (
                          <span className={styles.locked}> {text('seating.person.locked')}</span>
                        )}
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </li>
        ))}
    </ul>
  );
}
