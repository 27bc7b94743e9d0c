import { guestsToSeat } from '../to-seat.js';
import { rowsOfTables, SEATING_LIMITS, seatsMissing } from '@hillo/domain/matchmaking';
import { useState } from 'react';
import { randomUuid } from '../../../../lib/http/uuid.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { TextField } from '../../../../ui/form/text-field.js';
import type { Seating, Table, Wishes } from '../api.js';
import styles from '../seating.module.css';
import { FloorPlan } from './floor-plan.js';
import { TableEditor } from './table-editor.js';

interface TablesFormProps {
  seating: Seating;
  wishes: Wishes;
  onChange: (change: Partial<Wishes>) => void;
  error: string | undefined;
}

/** "14 tables of 6" in one press, then each of them by drag, by keys or in fields. */
export function TablesForm({ seating, wishes, onChange, error }: TablesFormProps) {
  const text = useText();
  const { tables } = wishes;
  const people = guestsToSeat(seating, wishes).length;
  const [chosen, setChosen] = useState<string>();
  const [seats, setSeats] = useState('6');
  const [count, setCount] = useState<string>();
  const perTable = Math.min(SEATING_LIMITS.seats, Math.max(1, Math.floor(Number(seats)) || 1));
  const enough = Math.min(SEATING_LIMITS.tables, Math.max(1, Math.ceil(people / perTable)));
  const make = () => {
    const wanted = Math.min(SEATING_LIMITS.tables, Math.max(1, Math.floor(Number(count ?? enough)) || 1));
    const places = rowsOfTables(wanted);
    // Tables that are there stay themselves, with their names and who is locked to them.
    onChange({
      tables: places.map((place, at) => ({
        ...(tables[at] ?? { id: randomUuid(), name: String(at + 1), accessible: false }),
        seats: perTable,
        ...place,
      })),
    });
  };
  const change = (id: string, part: Partial<Table>) =>
    onChange({ tables: tables.map((table) => (table.id === id ? { ...table, ...part } : table)) });
  const missing = seatsMissing(tables, people);
  const table = tables.find(({ id }) => id === chosen) ?? tables[0];
  return (
    <>
      <p>
        {text('seating.tables.toSeat', {
          people,
          seats: tables.reduce((sum, { seats: some }) => sum + some, 0),
        })}
      </p>
      <div className={styles.fields}>
        <TextField
          label={text('seating.tables.count')}
          marked={false}
          inputMode="numeric"
          autoComplete="off"
          value={count ?? String(tables.length || enough)}
          onChange={({ target }) => setCount(target.value)}
        />
        <TextField
          label={text('seating.tables.seats')}
          marked={false}
          inputMode="numeric"
          autoComplete="off"
          value={seats}
          onChange={({ target }) => setSeats(target.value)}
        />
        <Button look="secondary" onClick={make}>
          {text('seating.tables.make')}
        </Button>
      </div>
      {tables.length > 0 && missing > 0 ? (
        <Notice kind="warning">{text('seating.tables.missing', { missing })}</Notice>
      ) : null}
      {table ? (
        <>
          <FloorPlan tables={tables} chosen={table.id} onChoose={setChosen} onMove={change} />
          <TableEditor
            tables={tables}
            table={table}
            error={error}
            onChoose={setChosen}
            onChange={change}
            onRemove={(id) => onChange({ tables: tables.filter((one) => one.id !== id) })}
          />
        </>
      ) : null}
    </>
  );
}
