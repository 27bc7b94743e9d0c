import { FLOOR, SEATING_LIMITS } from '@hillo/domain/matchmaking';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { ButtonRow } from '../../../../ui/actions/button-row.js';
import { Checkbox } from '../../../../ui/form/checkbox.js';
import { Select } from '../../../../ui/form/select.js';
import { TextField } from '../../../../ui/form/text-field.js';
import type { Table } from '../api.js';
import { tableName } from '../names.js';
import styles from '../seating.module.css';
import { within } from './floor-plan.js';

interface TableEditorProps {
  tables: readonly Table[];
  table: Table;
  error: string | undefined;
  onChoose: (id: string) => void;
  onChange: (id: string, part: Partial<Table>) => void;
  onRemove: (id: string) => void;
}

const MOVES = [
  ['left', -5, 0],
  ['right', 5, 0],
  ['up', 0, -5],
  ['down', 0, 5],
] as const;

const SEAT_COUNTS = Array.from({ length: SEATING_LIMITS.seats }, (_, at) => ({
  value: String(at + 1),
  label: String(at + 1),
}));

/** One table in plain fields: everything that can be done on the floor can be done here. */
export function TableEditor({ tables, table, error, onChoose, onChange, onRemove }: TableEditorProps) {
  const text = useText();
  const { id, name, seats, accessible, x, y } = table;
  return (
    <fieldset className={styles.editor}>
      <legend>{text('seating.tables.edit')}</legend>
      <div className={styles.fields}>
        <Select
          label={text('seating.tables.which')}
          marked={false}
          empty={false}
          value={id}
          options={tables.map((one) => ({ value: one.id, label: tableName(text, one.name) }))}
          onChange={({ target }) => onChoose(target.value)}
        />
        <TextField
          id="tables"
          label={text('seating.tables.name')}
          marked={false}
          maxLength={SEATING_LIMITS.tableName}
          error={error}
          value={name}
          onChange={({ target }) => onChange(id, { name: target.value })}
        />
        <Select
          label={text('seating.tables.seatsHere')}
          marked={false}
          empty={false}
          value={String(seats)}
          options={SEAT_COUNTS}
          onChange={({ target }) => onChange(id, { seats: Number(target.value) })}
        />
      </div>
      <Checkbox
        label={text('seating.tables.accessible')}
        hint={text('seating.tables.accessibleHint')}
        checked={accessible}
        onChange={({ target }) => onChange(id, { accessible: target.checked })}
      />
      <ButtonRow>
        {MOVES.map(([way, right, down]) => (
          <Button
            key={way}
            look="secondary"
            onClick={() =>
              onChange(id, { x: within(x + right, FLOOR.width), y: within(y + down, FLOOR.depth) })
            }
          >
            {text(`seating.tables.move.${way}`)}
          </Button>
        ))}
        <Button look="quiet" onClick={() => onRemove(id)}>
          {text('seating.tables.remove', { table: tableName(text, name) })}
        </Button>
      </ButtonRow>
    </fieldset>
  );
}
