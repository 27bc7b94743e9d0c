import { NOTE_MAX, PANEL_PHASES } from '@hillo/domain/panel';
import { countCharacters } from '@hillo/domain/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useForm } from '../../../lib/form/use-form.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Segments } from '../../../ui/form/segments.js';
import { TextArea } from '../../../ui/form/text-area.js';
import { Stack } from '../../../ui/layout/card.js';
import { deskQuery, type PanelDesk, saveNote, saveSettings } from './api.js';
import styles from './panel-desk.module.css';
import type { Act } from './use-act.js';

/** Where the panel is, and whether questions wait for somebody's eye. */
export function PanelSettings({ desk, act }: { desk: PanelDesk; act: Act }) {
  const text = useText();
  const { evening, phase, isModerated } = desk;
  return (
    <div className={styles.settings}>
      <Segments
        legend={text('panelDesk.settings.phase')}
        value={phase}
        choices={PANEL_PHASES.map((value) => ({ value, label: text(`panelDesk.settings.phaseOf.${value}`) }))}
        onChange={(value) => void act(() => saveSettings(evening.id, { phase: value }))}
      />
      <Checkbox
        label={text('panelDesk.settings.moderated')}
        hint={text('panelDesk.settings.moderatedHint')}
        marked={false}
        checked={isModerated}
        onChange={({ target }) => void act(() => saveSettings(evening.id, { isModerated: target.checked }))}
      />
    </div>
  );
}

/** The organiser’s words to the host. */
export function NoteForm({ desk }: { desk: PanelDesk }) {
  const text = useText();
  const client = useQueryClient();
  const { id } = desk.evening;
  const form = useForm<{ note: string }, PanelDesk>({
    saved: { note: desk.note },
    fields: { '#/note': 'panel-note' },
    keep: `panel.note.${id}`,
    send: ({ note }) => saveNote(id, note),
    onSaved: (saved) => client.setQueryData(deskQuery(id).queryKey, saved),
  });
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <Stack space="s">
        <FormFailure words={form.failure === undefined ? undefined : problemText(text, form.failure)} />
        <TextArea
          id="panel-note"
          label={text('panelDesk.note.label')}
          hint={text('panelDesk.note.hint')}
          limit={NOTE_MAX}
          count={countCharacters}
          error={form.errors['panel-note']}
          value={form.written.note}
          onChange={({ target }) => form.write({ note: target.value })}
        />
        <div>
          <Button type="submit" look="secondary" busy={form.state === 'sending'}>
            {text('panelDesk.note.save')}
          </Button>
        </div>
        {form.state === 'saved' ? (
          <Notice kind="success" announce>
            {text('panelDesk.note.saved')}
          </Notice>
        ) : null}
      </Stack>
    </form>
  );
}
