import { SEATING_AIMS, SEATING_CROWDS, SEATING_LIMITS } from '@hillo/domain/matchmaking';
import { useText } from '../../../../lib/texts/texts.js';
import { Checkbox } from '../../../../ui/form/checkbox.js';
import { RadioGroup } from '../../../../ui/form/radio-group.js';
import { Select } from '../../../../ui/form/select.js';
import type { Seating, Wishes } from '../api.js';

interface RoundsFormProps {
  seating: Seating;
  wishes: Wishes;
  onChange: (change: Partial<Wishes>) => void;
  error: string | undefined;
}

/** How many rounds, what for, and who takes part: three plain choices instead of weights. */
export function RoundsForm({ seating, wishes, onChange, error }: RoundsFormProps) {
  const text = useText();
  const first = Math.max(1, seating.held);
  const rounds = Array.from({ length: SEATING_LIMITS.rounds - first + 1 }, (_, at) => String(first + at));
  return (
    <>
      <Select
        id="rounds"
        label={text('seating.rounds.count')}
        marked={false}
        empty={false}
        error={error}
        value={String(wishes.rounds)}
        options={rounds.map((value) => ({ value, label: value }))}
        onChange={({ target }) => onChange({ rounds: Number(target.value) })}
      />
      {seating.blocks.length === 0 ? null : (
        <Select
          label={text('seating.rounds.block')}
          marked={false}
          empty={false}
          value={wishes.block ?? ''}
          options={[
            { value: '', label: text('seating.rounds.noBlock') },
            ...seating.blocks.map(({ id, kind, title }) => ({
              value: id,
              label: title || text(`evenings.programme.${kind}`),
            })),
          ]}
          onChange={({ target }) => onChange({ block: target.value || null })}
        />
      )}
      <RadioGroup
        legend={text('seating.rounds.aim')}
        name="aim"
        required
        value={wishes.aim}
        choices={SEATING_AIMS.map((aim) => ({
          value: aim,
          label: text(`seating.rounds.aims.${aim}`),
          hint: text(`seating.rounds.aimHints.${aim}`),
        }))}
        onChange={(value) => onChange({ aim: SEATING_AIMS.find((aim) => aim === value) ?? 'mix-sectors' })}
      />
      <RadioGroup
        legend={text('seating.rounds.crowd')}
        name="crowd"
        required
        value={wishes.crowd}
        choices={SEATING_CROWDS.map((crowd) => ({
          value: crowd,
          label: text(`seating.rounds.crowds.${crowd}`, {
            count: seating.people.filter((person) => person[crowd]).length,
          }),
        }))}
        onChange={(value) => onChange({ crowd: value === 'present' ? 'present' : 'coming' })}
      />
      <Checkbox
        label={text('seating.rounds.countsEncounters')}
        checked={wishes.countsEncounters}
        onChange={({ target }) => onChange({ countsEncounters: target.checked })}
      />
    </>
  );
}
