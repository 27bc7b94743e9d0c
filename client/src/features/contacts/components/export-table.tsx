import { useDates, useText } from '../../../lib/texts/texts.js';
import { Table } from '../../../ui/data/table.js';
import type { AssociationViews } from '../api.js';

/** What left as files, as counts: never whose. */
export function ExportTable({ exports }: { exports: AssociationViews['exports'] }) {
  const text = useText();
  const dates = useDates();
  if (exports.length === 0) return <p>{text('associations.exports.empty')}</p>;
  const rows = exports.map((each, at) => ({ ...each, key: `${each.at} ${at}` }));
  return (
    <Table
      caption={text('associations.exports.caption')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'at',
          header: text('associations.exports.at'),
          cell: ({ at }) => dates.write(at, 'dateTime'),
        },
        {
          key: 'by',
          header: text('associations.exports.by'),
          cell: ({ by }) => text(`associations.exports.${by}`),
        },
        {
          key: 'format',
          header: text('associations.exports.format'),
          cell: ({ format }) => format.toUpperCase(),
        },
        {
          key: 'rows',
          header: text('associations.exports.rows'),
          numeric: true,
          cell: ({ rows: count }) => count,
        },
      ]}
    />
  );
}
