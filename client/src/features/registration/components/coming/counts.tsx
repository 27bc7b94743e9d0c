import { SIDE_JAMS } from '@hillo/domain/registration';
import { useText } from '../../../../lib/texts/texts.js';
import { Table } from '../../../../ui/data/table.js';
import { Aside } from '../../../../ui/text/text.js';
import type { ComingSummary } from '../../coming-api.js';
import styles from './coming.module.css';

/** How many are coming: the figures in words, a small chart, and the chart's numbers as a table. */
export function Counts({ summary }: { summary: ComingSummary }) {
  const text = useText();
  const { capacity, confirmed, waiting, cancelled, checkedIn, unconfirmed, duplicates, sides } = summary;
  const rows = sides.flatMap(({ sides: merged, bySector }) =>
    bySector.map(({ sectors, count }) => ({ merged, sectors, count })),
  );
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const seats = capacity === null ? '' : ` ${text('coming.counts.ofCapacity', { capacity })}`;
  return (
    <section aria-labelledby="counts" className={styles.counts}>
      <h2 id="counts">{text('coming.counts.title')}</h2>
      <ul className={styles.figures}>
        <li className={styles.main}>{text('coming.counts.confirmed', { count: confirmed }) + seats}</li>
        <li>{text('coming.counts.waiting', { count: waiting })}</li>
        <li>{text('coming.counts.checkedIn', { count: checkedIn })}</li>
        <li>{text('coming.counts.cancelled', { count: cancelled })}</li>
        <li>{text('coming.counts.unconfirmed', { count: unconfirmed })}</li>
        <li>{text('coming.counts.duplicates', { count: duplicates })}</li>
      </ul>
      {rows.length === 0 ? null : (
        <>
          <Table
            caption={text('coming.counts.chart')}
            rows={rows}
            rowKey={({ sectors }) => sectors.join()}
            columns={[
              {
                key: 'sector',
                header: text('coming.column.sector'),
                cell: ({ sectors }) => sectors.map((sector) => text(`sectors.names.${sector}`)).join(', '),
              },
              {
                key: 'side',
                header: text('coming.column.side'),
                cell: ({ merged }) => merged.map((side) => text(`sectors.sides.${side}`)).join(', '),
              },
              {
                key: 'count',
                header: text('coming.column.people'),
                numeric: true,
                cell: ({ count }) => count,
              },
              {
                key: 'bar',
                header: <span aria-hidden="true" />,
                cell: ({ merged, count }) => (
                  // The number stands beside it: the bar says the same to the eye.
                  <svg
                    viewBox="0 0 100 10"
                    preserveAspectRatio="none"
                    className={styles.bar}
                    aria-hidden="true"
                  >
                    <rect
                      width={(count / most) * 100}
                      height="10"
                      rx="1"
                      className={styles[SIDE_JAMS[merged[0] ?? 'community']]}
                    />
                  </svg>
                ),
              },
            ]}
          />
          <Aside>{text('coming.counts.merged')}</Aside>
        </>
      )}
    </section>
  );
}
