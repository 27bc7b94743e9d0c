import { useDates, useText } from '../../../lib/texts/texts.js';
import { Celebration } from '../../../ui/celebration/celebration.js';
import { Stack } from '../../../ui/layout/card.js';
import type { OwnDraw } from '../api.js';
import { prizeName } from '../prize-name.js';
import styles from './draw.module.css';

/** Who won what: names of those who allowed it, tickets of the rest. */
export function DrawResult({ draw }: { draw: OwnDraw }) {
  const text = useText();
  const dates = useDates();
  const own = draw.winners.find(({ ticket }) => ticket !== null && ticket === draw.ownTicket);
  return (
    <Stack>
      {own ? (
        <div className={styles.won}>
          <Celebration />
          <output className={styles.wonTitle}>{text('draw.result.won')}</output>
          <p>
            {draw.ownPrizeHandedOverAt === null
              ? text('draw.result.wonText', { prize: prizeName(text, draw.prizes[own.prize]) })
              : text('draw.result.handedOver', { time: dates.write(draw.ownPrizeHandedOverAt, 'dateTime') })}
          </p>
        </div>
      ) : null}
      <h2>{text('draw.result.title')}</h2>
      <ol className={styles.winners}>
        {draw.winners.map(({ prize, ticket, person, passed }) => (
          <li key={prize}>
            <p className={styles.prize}>
              <bdi>{prizeName(text, draw.prizes[prize])}</bdi>
            </p>
            <p className={styles.winner}>
              {person ? (
                <>
                  <bdi>{person.firstName}</bdi>
                  {person.affiliation ? (
                    <>
                      {', '}
                      <bdi>{person.affiliation}</bdi>
                    </>
                  ) : null}
                  {' · '}
                </>
              ) : null}
              {ticket === null ? text('draw.result.nobody') : text('draw.result.ticket', { ticket })}
            </p>
            {passed.map((pass) => (
              <p key={pass.ticket} className={styles.passed}>
                {text('draw.result.passed', {
                  ticket: pass.ticket,
                  reason: text(`draw.pass.${pass.reason}`),
                })}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Stack>
  );
}
