import { SHEET_ORDERS, type SheetOrder } from '@hillo/domain/contacts';
import { useMemo, useState } from 'react';
import { useLanguage, useText } from '../../../lib/texts/texts.js';
import { Select } from '../../../ui/form/select.js';
import type { ContactRow } from '../api.js';
import { orderRows } from '../sheet-order.js';
import { ContactArticle } from './contact-article.js';
import styles from './sheet.module.css';

interface SheetListProps {
  rows: readonly ContactRow[];
  editHref?: (row: ContactRow) => string;
  collector?: string;
}

/** The rows in an order that the reader chooses: cards side by side on a laptop, one below the other on a phone. */
export function SheetList({ rows, editHref, collector }: SheetListProps) {
  const text = useText();
  const { locale } = useLanguage();
  const [order, setOrder] = useState<SheetOrder>('name');
  const ordered = useMemo(() => orderRows(rows, order, locale), [rows, order, locale]);
  return (
    <>
      {rows.length < 2 ? null : (
        <div className={styles.order} data-print="no">
          <Select
            label={text('contacts.sort.label')}
            marked={false}
            empty={false}
            value={order}
            options={SHEET_ORDERS.map((value) => ({ value, label: text(`contacts.sort.${value}`) }))}
            onChange={({ target }) => setOrder(SHEET_ORDERS.find((each) => each === target.value) ?? order)}
          />
        </div>
      )}
      <ul className={styles.sheet}>
        {ordered.map((row) => (
          <li key={row.encounterId}>
            <ContactArticle row={row} editHref={editHref?.(row)} collector={collector} />
          </li>
        ))}
      </ul>
    </>
  );
}
