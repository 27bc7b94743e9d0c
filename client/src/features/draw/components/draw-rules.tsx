import { useDates, useText } from '../../../lib/texts/texts.js';
import { Stack } from '../../../ui/layout/card.js';
import type { OwnDrawPage } from '../api.js';
import { prizeName, withPlaces } from '../prize-name.js';
import styles from './draw.module.css';

/** What has to be told of a draw: free, who may join, prizes, who holds it, when, how winners hear. */
export function DrawRules({ page }: { page: OwnDrawPage }) {
  const text = useText();
  const dates = useDates();
  const { evening, draw } = page;
  const prizes = draw && draw.prizes.length > 0 ? draw.prizes : page.prizes;
  return (
    <section aria-labelledby="draw-rules">
      <Stack space="s">
        <h2 id="draw-rules">{text('draw.rules.title')}</h2>
        <ul className={styles.rules}>
          <li>{text('draw.rules.free')}</li>
          <li>{text('draw.rules.who')}</li>
          <li>{text('draw.rules.organiser', { organiser: evening.organiser })}</li>
          <li>{text('draw.rules.time', { time: dates.write(evening.endsAt, 'longDate') })}</li>
          <li>{text('draw.rules.how')}</li>
          <li>{text('draw.rules.absent')}</li>
        </ul>
        <h3>{text('draw.rules.prizes')}</h3>
        {prizes.length === 0 ? (
          <p>{text('draw.rules.noPrizes')}</p>
        ) : (
          <ol className={styles.rules}>
            {withPlaces(prizes).map(({ place, prize }) => (
              <li key={place}>
                <bdi>{prizeName(text, prize)}</bdi>
              </li>
            ))}
          </ol>
        )}
      </Stack>
    </section>
  );
}
