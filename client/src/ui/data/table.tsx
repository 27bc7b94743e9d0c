import { type ReactNode, useId } from 'react';
import styles from './data.module.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their cell, one below the other. */
  readonly numeric?: boolean;
}
interface TableProps<Row> {
  caption: ReactNode;
  /** The first one names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}

/** A table's own roles: some browsers forget them where a stylesheet makes blocks of rows (WCAG 1.3.1). */
const ROLES = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** What a stylesheet can write above a cell. */
const named = (header: ReactNode) => (typeof header === 'string' ? header : undefined);

/**
 * A table that scrolls inside its own frame, by keyboard too; the page never scrolls sideways. Where there is no room for
 * columns of words, a row stands as a block with its headers beside the cells; figures stay below each other.
 */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  const captionId = useId();
  const stacks = !columns.some(({ numeric }) => numeric);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard (WCAG 2.1.1)
    <section aria-labelledby={captionId} tabIndex={0} className={styles.frame}>
      <table {...ROLES.table} className={stacks ? `${styles.table} ${styles.stacks}` : styles.table}>
        <caption id={captionId}>{caption}</caption>
        <thead {...ROLES.rowgroup}>
          <tr {...ROLES.row}>
            {columns.map(({ key, header, numeric }) => (
              <th
                key={key}
                {...ROLES.columnheader}
                scope="col"
                className={numeric ? styles.numeric : undefined}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...ROLES.rowgroup}>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...ROLES.row}>
              {columns.map(({ key, header, cell, numeric }, index) =>
                index === 0 ? (
                  <th key={key} {...ROLES.rowheader} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td
                    key={key}
                    {...ROLES.cell}
                    data-header={named(header)}
                    className={numeric ? styles.numeric : undefined}
                  >
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
