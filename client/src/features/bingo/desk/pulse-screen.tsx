import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Table } from '../../../ui/data/table.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { type Pulse, usePulse } from './api.js';
import styles from './desk.module.css';

/** How the bingo goes, live, in counts only; warns when a side has too few people of other sides (product rule 2). */
export function PulseScreen() {
  const text = useText();
  const { evening = '' } = useParams();
  const pulse = usePulse(evening);
  usePage(text('bingoDesk.pulse.title'));
  return (
    <div className={styles.screen}>
      <PageHeader title={text('bingoDesk.pulse.title')}>
        <Lead>{text('bingoDesk.pulse.lead')}</Lead>
      </PageHeader>
      {pulse.sides
        .filter(({ short }) => short)
        .map(({ side, others, needed }) => (
          <Notice
            key={side}
            kind="warning"
            title={text('bingoDesk.pulse.shortTitle', { side: text(`sectors.sides.${side}`) })}
          >
            {text('bingoDesk.pulse.short', { others, needed })}
          </Notice>
        ))}
      <Figures pulse={pulse} />
      <Table
        caption={text('bingoDesk.pulse.sides')}
        rows={pulse.sides}
        rowKey={({ side }) => side}
        columns={[
          {
            key: 'side',
            header: text('bingoDesk.pulse.side'),
            cell: ({ side }) => text(`sectors.sides.${side}`),
          },
          {
            key: 'present',
            header: text('bingoDesk.pulse.present'),
            cell: ({ present }) => present,
            numeric: true,
          },
          {
            key: 'others',
            header: text('bingoDesk.pulse.others'),
            cell: ({ others }) => others,
            numeric: true,
          },
        ]}
      />
    </div>
  );
}

function Figures({ pulse }: { pulse: Pulse }) {
  const text = useText();
  const dates = useDates();
  const share = pulse.encounters === 0 ? 0 : pulse.crossSide / pulse.encounters;
  const figures = {
    present: dates.number(pulse.present),
    players: dates.number(pulse.players),
    encounters: dates.number(pulse.encounters),
    crossSide: dates.number(share, { style: 'percent', maximumFractionDigits: 0 }),
    marks: dates.number(pulse.marks),
    tickets: dates.number(pulse.tickets),
  };
  return (
    <dl className={styles.figures}>
      {(Object.keys(figures) as (keyof typeof figures)[]).map((name) => (
        <div key={name}>
          <dt>{text(`bingoDesk.pulse.${name}`)}</dt>
          <dd>{figures[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
