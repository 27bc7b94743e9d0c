import { useQuery } from '@tanstack/react-query';
import { dates } from '@hillo/i18n';
import { useLanguage, useText } from '../../../../lib/texts/texts.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { Disclosure } from '../../../../ui/layout/disclosure.js';
import { Aside } from '../../../../ui/text/text.js';
import { type DrawDesk, silentPhonesQuery } from '../../api.js';
import styles from './desk.module.css';

/** Who may still have marks to send, live until the freeze: the host waits or goes on (product rule 5). */
export function SilentPhones({ evening: { id, timeZone } }: Pick<DrawDesk, 'evening'>) {
  const text = useText();
  const write = dates(useLanguage().locale, timeZone);
  const { data, isError } = useQuery(silentPhonesQuery(id));
  if (isError) return <Notice kind="info">{text('drawDesk.silent.failed')}</Notice>;
  if (!data) return null;
  const { count, people } = data;
  if (count === 0)
    return (
      <Notice kind="success" announce>
        {text('drawDesk.silent.none')}
      </Notice>
    );
  return (
    <>
      <Notice kind="warning" announce title={text('drawDesk.silent.title', { count })}>
        {text('drawDesk.silent.text')}
      </Notice>
      <Disclosure summary={text('drawDesk.silent.who')}>
        <ul className={styles.silent}>
          {people.map((person) => (
            <li key={person.spokenCode}>
              <bdi>{[person.firstName, person.lastName].filter(Boolean).join(' ')}</bdi>
              {person.affiliation === '' ? null : (
                <>
                  {', '}
                  <bdi>{person.affiliation}</bdi>
                </>
              )}
              {' – '}
              {text('drawDesk.silent.heard', { time: write.write(person.heardAt, 'time') })}
            </li>
          ))}
        </ul>
        {count > people.length ? (
          <Aside>{text('drawDesk.silent.more', { count: count - people.length })}</Aside>
        ) : null}
      </Disclosure>
    </>
  );
}

/** The same in one line, for the question before the freeze; nothing when nobody is silent. */
export function SilentCount({ evening }: { evening: string }) {
  const text = useText();
  const { data } = useQuery(silentPhonesQuery(evening));
  return data && data.count > 0 ? <p>{text('drawDesk.silent.title', { count: data.count })}.</p> : null;
}
