import { lengthInMinutes, splitLength, toldFeatures } from '@hillo/domain/evenings';
import { dates } from '@hillo/i18n';
import type { ReactNode } from 'react';
import { useLanguage, useText } from '../../../lib/texts/texts.js';
import type { PublicEvening } from '../api.js';
import styles from './evening.module.css';

/** When, how long exactly (S24), where, and who arranges. */
export function EveningFrame({ evening }: { evening: PublicEvening }) {
  const text = useText();
  const { locale } = useLanguage();
  const { startsAt, endsAt, timeZone, venue, organiser } = evening;
  const write = dates(locale, timeZone);
  const isOneDay = write.write(startsAt, 'date') === write.write(endsAt, 'date');
  const when = isOneDay
    ? text('evenings.page.dateLine', {
        date: write.write(startsAt, 'longDate'),
        time: write.span(startsAt, endsAt, 'time'),
      })
    : write.span(startsAt, endsAt, 'longDateTime');
  const { hours, minutes } = splitLength(lengthInMinutes(new Date(startsAt), new Date(endsAt)));
  const length = [
    hours > 0 ? text('evenings.page.hours', { hours }) : '',
    minutes > 0 ? text('evenings.page.minutes', { minutes }) : '',
  ];
  return (
    <dl className={styles.frame}>
      <Fact label={text('evenings.page.when')}>{when}</Fact>
      <Fact label={text('evenings.page.length')}>{length.filter((part) => part !== '').join(' ')}</Fact>
      <Fact label={text('evenings.page.where')}>
        <bdi>{venue.name}</bdi>
        {venue.address === '' ? null : (
          <>
            <br />
            <bdi>{venue.address}</bdi>
          </>
        )}
      </Fact>
      <Fact label={text('evenings.page.organiser')}>
        <bdi>{organiser}</bdi>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Everything the organiser wrote about the evening, in the order in which people ask for it. */
export function EveningStory({ evening }: { evening: PublicEvening }) {
  const text = useText();
  const features = toldFeatures(evening.venue.features);
  return (
    <>
      <Prose>{evening.description}</Prose>
      <Programme evening={evening} />
      <Titled title={text('evenings.page.can')}>{evening.can}</Titled>
      <Titled title={text('evenings.page.cannot')}>{evening.cannot}</Titled>
      {features.length === 0 && evening.venue.directions === '' ? null : (
        <section>
          <h2>{text('evenings.page.accessibility')}</h2>
          <ul className={styles.features}>
            {features.map((feature) => (
              <li key={feature}>
                {text(`evenings.venue.${feature}.${evening.venue.features[feature] === true ? 'yes' : 'no'}`)}
              </li>
            ))}
          </ul>
          <Prose>{evening.venue.directions}</Prose>
        </section>
      )}
    </>
  );
}

function Programme({ evening: { programme, timeZone } }: { evening: PublicEvening }) {
  const text = useText();
  const { locale } = useLanguage();
  const write = dates(locale, timeZone);
  if (programme.length === 0) return null;
  return (
    <section>
      <h2>{text('evenings.page.programme')}</h2>
      <ol className={styles.programme}>
        {programme.map((block) => (
          <li key={block.id}>
            <span className={styles.time}>
              {block.startsAt === null ? text('evenings.page.timeOpen') : write.write(block.startsAt, 'time')}
            </span>
            <span>
              <bdi>{block.title === '' ? text(`evenings.programme.${block.kind}`) : block.title}</bdi>
              {block.confirmed ? null : (
                <span className={styles.tentative}> ({text('evenings.page.tentative')})</span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {programme.every(({ confirmed }) => confirmed) ? null : <p>{text('evenings.page.tentativeNote')}</p>}
    </section>
  );
}

function Titled({ title, children }: { title: string; children: string }) {
  return children === '' ? null : (
    <section>
      <h2>{title}</h2>
      <Prose>{children}</Prose>
    </section>
  );
}

/** Words that people wrote: line breaks stay, nothing becomes markup. */
function Prose({ children }: { children: string }) {
  return children === '' ? null : (
    <p dir="auto" className={styles.prose}>
      {children}
    </p>
  );
}
