import { FLOOR } from '@hillo/domain/matchmaking';
import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react';
import { useText } from '../../../../lib/texts/texts.js';
import { Aside } from '../../../../ui/text/text.js';
import { VisuallyHidden } from '../../../../ui/text/visually-hidden.js';
import type { Table } from '../api.js';
import { tableName } from '../names.js';
import styles from '../seating.module.css';

interface FloorPlanProps {
  tables: readonly Table[];
  chosen: string;
  onChoose: (id: string) => void;
  onMove: (id: string, place: Pick<Table, 'x' | 'y'>) => void;
}

/** A nudge of a finger is no drag. */
const DRAG_FROM_PX = 5;
const STEP = 2;
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** Where the tables stand: dragged by finger or mouse, moved by arrow keys, chosen by a tap. Fields beside it do the same. */
export function FloorPlan({ tables, chosen, onChoose, onMove }: FloorPlanProps) {
  const text = useText();
  const hint = useId();
  const floor = useRef<HTMLDivElement>(null);
  const held = useRef<{ id: string; x: number; y: number; moves: boolean }>(undefined);
  const pick = (event: PointerEvent, { id }: Table) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { id, x: event.clientX, y: event.clientY, moves: false };
    onChoose(id);
  };
  const drag = (event: PointerEvent) => {
    const { current } = held;
    const box = floor.current?.getBoundingClientRect();
    if (!current || !box) return;
    current.moves ||= Math.hypot(event.clientX - current.x, event.clientY - current.y) > DRAG_FROM_PX;
    if (!current.moves) return;
    const along = (at: number, from: number, size: number, steps: number) =>
      within(((at - from) / size) * steps, steps);
    onMove(current.id, {
      x: along(event.clientX, box.left, box.width, FLOOR.width),
      y: along(event.clientY, box.top, box.height, FLOOR.depth),
    });
  };
  const drop = () => {
    held.current = undefined;
  };
  const press = (event: KeyboardEvent, { id, x, y }: Table) => {
    const by = KEYS[event.key];
    if (!by) return;
    event.preventDefault();
    onMove(id, { x: within(x + by[0], FLOOR.width), y: within(y + by[1], FLOOR.depth) });
  };
  return (
    <section aria-label={text('seating.tables.floor')}>
      <div className={styles.hall}>
        <div
          ref={floor}
          className={styles.floor}
          style={{ minInlineSize: `${Math.ceil(Math.sqrt(tables.length * 1.7)) * 3.3}rem` }}
        >
          {tables.map((table) => (
            <button
              key={table.id}
              type="button"
              className={table.accessible ? `${styles.place} ${styles.accessible}` : styles.place}
              style={{
                insetInlineStart: `${table.x}%`,
                insetBlockStart: `${(table.y / FLOOR.depth) * 100}%`,
              }}
              aria-pressed={table.id === chosen}
              aria-describedby={hint}
              onClick={() => onChoose(table.id)}
              onPointerDown={(event) => pick(event, table)}
              onPointerMove={drag}
              onPointerUp={drop}
              onPointerCancel={drop}
              onKeyDown={(event) => press(event, table)}
            >
              <VisuallyHidden>{labelOf(table)}</VisuallyHidden>
              <span aria-hidden="true" className={styles.placeName}>
                {table.name}
              </span>
              <span aria-hidden="true" className={styles.placeSeats}>
                {table.seats}
              </span>
            </button>
          ))}
        </div>
      </div>
      <div id={hint}>
        <Aside>{text('seating.tables.floorHint')}</Aside>
      </div>
    </section>
  );

  function labelOf({ name, seats, accessible }: Table): string {
    const label = text('seating.tables.label', { table: tableName(text, name), seats });
    return accessible ? `${label}, ${text('seating.tables.accessibleShort')}` : label;
  }
}

export function within(value: number, most: number): number {
  return Math.round(Math.min(most, Math.max(0, value)));
}
