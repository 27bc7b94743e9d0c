import { useDates, useText } from '../../../../lib/texts/texts.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import type { DoorSnapshot } from '../../api.js';
import { nameOf } from '../people/person-name.js';
import styles from './door-warnings.module.css';

/** What doors without network led to: people let in twice (T4), entries that never came (T51). */
export function DoorWarnings({ snapshot: { people, gaps } }: { snapshot: DoorSnapshot }) {
  const text = useText();
  const dates = useDates();
  const doubles = people.filter(({ alsoInBy }) => alsoInBy.length > 0);
  const who = ({ by, byYou }: { by: string; byYou: boolean }) => (byYou ? text('door.offline.you') : by);
  return (
    <>
      {doubles.length > 0 ? (
        <Notice kind="warning" title={text('door.offline.doublesTitle', { count: doubles.length })}>
          <p>{text('door.offline.doubles')}</p>
          <ul className={styles.list}>
            {doubles.map((person) => (
              <li key={person.id}>
                <strong>
                  <bdi>{nameOf(person)}</bdi>
                </strong>
                {[...(person.last ? [person.last] : []), ...person.alsoInBy].map((act) => (
                  <span key={act.at + act.by}>
                    {text('door.offline.doubleAct', {
                      time: dates.write(act.at, 'timeToSecond'),
                      by: who(act),
                    })}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {gaps.length > 0 ? (
        <Notice kind="warning" title={text('door.offline.gapsTitle')}>
          <ul className={styles.list}>
            {gaps.map((gap) => (
              <li key={gap.by}>
                {gap.missing > 0
                  ? text('door.offline.gap', { by: who(gap), count: gap.missing })
                  : text('door.offline.restarted', { by: who(gap) })}
              </li>
            ))}
          </ul>
          <p>{text('door.offline.gaps')}</p>
        </Notice>
      ) : null}
    </>
  );
}
