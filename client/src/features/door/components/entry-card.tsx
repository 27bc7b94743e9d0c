import { type ReactNode, type Ref } from 'react';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { CodeDisplay } from '../../../ui/data/code-display.js';
import { SignIcon } from '../../../ui/feedback/sign-icon.js';
import type { DoorEntry, DoorPerson } from '../api.js';
import { PersonLine } from './people/person-line.js';
import { PersonName } from './people/person-name.js';
import styles from './entry-card.module.css';

interface EntryCardProps {
  entry: DoorEntry;
  /** Done on this phone; the server does not know of it yet. */
  waits: boolean;
  away: boolean;
  onUndo: () => void;
  onCheckIn: (person: DoorPerson) => void;
  onShowLink: () => void;
  onGiveBadge: () => void;
  /** The button that goes on to the next person; where it stands depends on the way. */
  next?: ReactNode;
  heading?: Ref<HTMLHeadingElement>;
}

/** What came of an act, readable at arm's length: who, from where, and in, already in, or out again. */
export function EntryCard({
  entry,
  waits,
  away,
  onUndo,
  onCheckIn,
  onShowLink,
  onGiveBadge,
  next,
  heading,
}: EntryCardProps) {
  const text = useText();
  const { person, party } = entry;
  const isIn = person.attendance === 'in';
  const hasCode = person.kind !== 'child' && person.spokenCode !== '';
  // Without network only what this phone did itself.
  const mayUndo = isIn && person.spokenCode !== '' && (!away || person.last?.byYou === true);
  const look = isIn ? (entry.already ? 'already' : 'in') : 'undone';
  return (
    <section className={`${styles.entry} ${styles[look]}`} data-look={look}>
      <p className={styles.verdict}>
        <SignIcon sign={look === 'in' ? 'success' : look === 'already' ? 'warning' : 'info'} />
        {text(`door.result.${look}`)}
      </p>
      <h2 ref={heading} tabIndex={-1} className={styles.name}>
        <PersonName person={person} />
      </h2>
      {person.affiliation ? (
        <p className={styles.affiliation}>
          <bdi>{person.affiliation}</bdi>
        </p>
      ) : null}
      <p>
        <When entry={entry} />
      </p>
      {waits ? <p>{text(hasCode ? 'door.offline.entryWaits' : 'door.offline.codeLater')}</p> : null}
      {isIn && hasCode ? <CodeDisplay code={person.spokenCode} label={text('door.result.code')} /> : null}
      {party.length > 0 ? (
        <div className={styles.party}>
          <h3>{text('door.result.party')}</h3>
          <ul>
            {party.map((member) => (
              <li key={member.id}>
                <PersonLine person={member} />
                {member.attendance === 'in' ? null : (
                  <Button look="secondary" wide onClick={() => onCheckIn(member)}>
                    {text('door.result.alsoIn', { name: member.firstName })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className={styles.actions}>
        {next}
        {isIn && hasCode && !waits && !away ? (
          <>
            <Button look="secondary" wide onClick={onShowLink}>
              {text('door.result.showLink')}
            </Button>
            <Button look="secondary" wide onClick={onGiveBadge}>
              {text('door.ready.give')}
            </Button>
          </>
        ) : null}
        {mayUndo ? (
          <Button look="quiet" wide onClick={onUndo}>
            {text('door.result.undo')}
          </Button>
        ) : isIn ? null : (
          <Button look="secondary" wide onClick={() => onCheckIn(person)}>
            {text('door.result.again')}
          </Button>
        )}
      </div>
    </section>
  );
}

function When({ entry: { person, already } }: { entry: DoorEntry }) {
  const text = useText();
  const dates = useDates();
  if (person.attendance !== 'in' || !person.last) return text('door.result.undoneText');
  const time = dates.write(person.last.at, 'timeToSecond');
  if (!already) return text('door.result.inAt', { time: dates.write(person.last.at, 'time') });
  if (person.last.byYou) return text('door.result.alreadyYou', { time });
  return text('door.result.alreadyBy', { time, by: person.last.by });
}
