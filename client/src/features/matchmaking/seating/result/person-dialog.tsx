import { ownRounds } from '@hillo/domain/matchmaking';
import { useText } from '../../../../lib/texts/texts.js';
import { Dialog } from '../../../../ui/feedback/dialog.js';
import { Checkbox } from '../../../../ui/form/checkbox.js';
import { Select } from '../../../../ui/form/select.js';
import { Aside } from '../../../../ui/text/text.js';
import type { Seating, SeatingPerson, SeatingPlan, Wishes } from '../api.js';
import { nameOf, standing, tableName } from '../names.js';
import styles from '../seating.module.css';

interface PersonDialogProps {
  seating: Seating;
  plan: SeatingPlan;
  wishes: Wishes;
  person: SeatingPerson | undefined;
  onWish: (change: Partial<Wishes>) => void;
  onClose: () => void;
}

/** One person's way through the rounds, and what can be wished for them: an own table, or no seat. */
export function PersonDialog({ seating, plan, wishes, person, onWish, onClose }: PersonDialogProps) {
  const text = useText();
  if (!person) return null;
  const { id } = person;
  const names = new Map(seating.people.map((each) => [each.id, nameOf(each)]));
  const tables = new Map(seating.tables.map((table) => [table.id, tableName(text, table.name)]));
  const lock = (table: string) => {
    const { [id]: _before, ...locks } = wishes.locks;
    onWish({ locks: table === '' ? locks : { ...locks, [id]: table } });
  };
  const isAside = wishes.aside.includes(id);
  return (
    <Dialog open title={nameOf(person)} onClose={onClose}>
      <ul className={styles.way}>
        {ownRounds(plan.rounds, id).map(({ round, table, with: company }) => (
          <li key={round}>
            {text('seating.person.round', {
              round,
              table: tables.get(table) ?? '',
              names: company.map((other) => names.get(other) ?? text('app.participant')).join(', '),
            })}
          </li>
        ))}
      </ul>
      <Select
        label={text('seating.person.lock')}
        hint={text('seating.person.lockHint')}
        marked={false}
        empty={false}
        value={wishes.locks[id] ?? ''}
        options={[
          { value: '', label: text('seating.person.free') },
          ...standing(wishes.tables).map((table) => ({
            value: table.id,
            label: tableName(text, table.name),
          })),
        ]}
        onChange={({ target }) => lock(target.value)}
      />
      <Checkbox
        label={text('seating.person.aside')}
        checked={isAside}
        onChange={({ target }) =>
          onWish({
            aside: target.checked ? [...wishes.aside, id] : wishes.aside.filter((each) => each !== id),
          })
        }
      />
      <Aside>{text('seating.person.then')}</Aside>
    </Dialog>
  );
}
