import { PROGRAMME_KINDS, type ProgrammeKind } from '@hillo/domain/evenings';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { Select } from '../../../ui/form/select.js';
import { TextField } from '../../../ui/form/text-field.js';
import styles from '../screens/form.module.css';
import type { WallTime } from '../wall-times.js';
import { WallQuestion } from './wall-question.js';

export interface WrittenBlock {
  id: string;
  kind: ProgrammeKind;
  title: string;
  startsAt: WallTime;
  endsAt: WallTime;
  confirmed: boolean;
}

interface BlockEditorProps {
  block: WrittenBlock;
  /** From 1: where it stands in the form. */
  number: number;
  timeZone: string;
  errors: Readonly<Record<string, string>>;
  onChange: (block: WrittenBlock) => void;
  onRemove: () => void;
}

/** One block of the programme: any time, or none yet; tentative until confirmed (S39). */
export function BlockEditor({ block, number, timeZone, errors, onChange, onRemove }: BlockEditorProps) {
  const text = useText();
  const id = (name: string) => `block-${block.id}-${name}`;
  const name = block.title || text(`evenings.programme.${block.kind}`);
  return (
    <fieldset className={styles.block}>
      <legend>{text('planning.programme.block', { number, name })}</legend>
      <Select
        id={id('kind')}
        label={text('planning.programme.kind')}
        marked={false}
        empty={false}
        value={block.kind}
        options={PROGRAMME_KINDS.map((kind) => ({ value: kind, label: text(`evenings.programme.${kind}`) }))}
        onChange={({ target }) =>
          onChange({ ...block, kind: PROGRAMME_KINDS.find((kind) => kind === target.value) ?? block.kind })
        }
      />
      <TextField
        id={id('title')}
        label={text('planning.programme.title')}
        hint={text('planning.programme.titleHint')}
        value={block.title}
        error={errors[id('title')]}
        onChange={({ target }) => onChange({ ...block, title: target.value })}
      />
      <div className={styles.times}>
        <TextField
          id={id('startsAt')}
          type="datetime-local"
          label={text('planning.programme.startsAt')}
          value={block.startsAt.wall}
          error={errors[id('startsAt')]}
          onChange={({ target }) => onChange({ ...block, startsAt: { wall: target.value.slice(0, 16) } })}
        />
        <TextField
          id={id('endsAt')}
          type="datetime-local"
          label={text('planning.programme.endsAt')}
          value={block.endsAt.wall}
          error={errors[id('endsAt')]}
          onChange={({ target }) => onChange({ ...block, endsAt: { wall: target.value.slice(0, 16) } })}
        />
      </div>
      <WallQuestion
        id={id('start-choice')}
        time={block.startsAt}
        timeZone={timeZone}
        onChange={(startsAt) => onChange({ ...block, startsAt })}
      />
      <WallQuestion
        id={id('end-choice')}
        time={block.endsAt}
        timeZone={timeZone}
        onChange={(endsAt) => onChange({ ...block, endsAt })}
      />
      <Checkbox
        label={text('planning.programme.confirmed')}
        hint={text('planning.programme.confirmedHint')}
        checked={block.confirmed}
        onChange={({ target }) => onChange({ ...block, confirmed: target.checked })}
      />
      <div>
        <Button look="quiet" aria-label={text('planning.programme.removeNamed', { name })} onClick={onRemove}>
          {text('planning.programme.remove')}
        </Button>
      </div>
    </fieldset>
  );
}
