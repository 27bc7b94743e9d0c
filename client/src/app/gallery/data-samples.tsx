import { useText } from '../../lib/texts/texts.js';
import { CodeDisplay } from '../../ui/data/code-display.js';
import { QrCode } from '../../ui/data/qr-code.js';
import { Table } from '../../ui/data/table.js';
import { Disclosure } from '../../ui/layout/disclosure.js';
import { Sample } from './sample.js';

const rows = [
  { name: 'Aino Koskela', from: 'Järvenrannan Omaishoitajat ry', seats: 1 },
  { name: 'Väinö Mäkitalo', from: 'Hyvinvointialue', seats: 2 },
  { name: 'Elli Lehtisaari', from: 'Kyläkaupan osuuskunta', seats: 1 },
];

export function DataSamples({ theme }: { theme: 'light' | 'dark' }) {
  const text = useText();
  return (
    <Sample title={text('gallery.dataTitle')}>
      <Table
        caption={`${text('gallery.caption')} (${text(`gallery.${theme}`)})`}
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', header: text('gallery.who'), cell: ({ name }) => name },
          { key: 'from', header: text('gallery.from'), cell: ({ from }) => from },
          { key: 'seats', header: text('gallery.count'), cell: ({ seats }) => seats, numeric: true },
        ]}
      />
      <CodeDisplay label={text('gallery.codeLabel')} code="482915" />
      <QrCode label={text('gallery.qr')} value="HTTPS://HILLO.EXAMPLE/B/ABCDEFGHJKLMNPQRSTUVWXYZ23" />
      <Disclosure summary={text('gallery.disclosure')}>
        <p>{text('gallery.sampleText')}</p>
      </Disclosure>
    </Sample>
  );
}
