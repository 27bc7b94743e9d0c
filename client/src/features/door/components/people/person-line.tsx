import { formatSpokenCode } from '@hillo/domain/door';
import { useText } from '../../../../lib/texts/texts.js';
import type { DoorPerson } from '../../api.js';
import { PersonName } from './person-name.js';
import { PersonState } from './person-state.js';
import styles from './person-line.module.css';

interface PersonLineProps {
  person: DoorPerson;
  /** The person whom this one comes along with. */
  companionOf?: DoorPerson;
  withCode?: boolean;
}

/** One person in a list: name, affiliation, what tells them apart, and whether they are in. */
export function PersonLine({ person, companionOf, withCode = false }: PersonLineProps) {
  const text = useText();
  const kind = person.kind === 'person' ? '' : text(`door.state.${person.kind}`);
  return (
    <span className={styles.person}>
      <strong className={styles.name}>
        <PersonName person={person} />
      </strong>
      {person.affiliation ? <bdi>{person.affiliation}</bdi> : null}
      {kind || companionOf ? (
        <span>
          {kind}
          {kind && companionOf ? ' · ' : ''}
          {companionOf ? text('door.people.with', { name: companionOf.firstName }) : null}
        </span>
      ) : null}
      <span className={styles.state} data-attendance={person.attendance}>
        <PersonState person={person} />
        {withCode && person.spokenCode !== ''
          ? ` · ${text('door.state.code', { code: formatSpokenCode(person.spokenCode) })}`
          : null}
      </span>
    </span>
  );
}
