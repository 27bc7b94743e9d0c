import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { personName } from '../../../lib/texts/person-name.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Card } from '../../../ui/layout/card.js';
import { Aside } from '../../../ui/text/text.js';
import {
  agreeTheSame,
  type Encounter,
  encountersQuery,
  type Note,
  useEncounterChange,
  useWaitingWords,
  writeNote,
} from '../api.js';
import { FailureNotice } from './failure-notice.js';
import { NoteForm } from './note-form.js';
import { isEmptyNote, NoteWords } from './note-words.js';

/** Both notes of a meeting: the other's to read and to agree with, the own one to write (product rule 3). */
export function Notes({ registration, encounter }: { registration: string; encounter: Encounter }) {
  const text = useText();
  const client = useQueryClient();
  const { id, otherNote, enteredBy } = encounter;
  const ref = { encounter: id };
  const waiting = useWaitingWords(registration, ref).note;
  const ownNote = waiting ?? encounter.ownNote;
  const name = personName(text, encounter.other.firstName);
  const [editing, setEditing] = useState(isEmptyNote(ownNote));
  const [saved, setSaved] = useState(false);
  const same = useEncounterChange(
    registration,
    () => agreeTheSame(registration, id),
    () => setEditing(false),
  );
  const send = (note: Note) => writeNote(registration, ref, note);
  const me = text('encounters.note.owners.writer');
  return (
    <>
      {isEmptyNote(otherNote) ? null : (
        <Card jam="cloudberry" heading={<h2>{text('encounters.note.other', { name })}</h2>}>
          <NoteWords note={otherNote} writer={name} other={me} />
          {isEmptyNote(ownNote) ? (
            <Button look="secondary" busy={same.isPending} onClick={() => same.send()}>
              {text('encounters.note.same')}
            </Button>
          ) : null}
          <FailureNotice error={same.error} />
        </Card>
      )}
      <Card heading={<h2>{text('encounters.note.title')}</h2>}>
        <Aside>{text('encounters.note.lead', { name })}</Aside>
        {waiting ? (
          <Notice announce>{text('waiting.note.kept')}</Notice>
        ) : saved ? (
          <Notice kind="success" announce>
            {text('encounters.note.saved', { name })}
          </Notice>
        ) : null}
        {editing ? (
          <NoteForm
            saved={ownNote}
            name={name}
            draft={`note.${id}`}
            send={send}
            onSaved={() => {
              setEditing(false);
              setSaved(true);
              void client.invalidateQueries({ queryKey: encountersQuery(registration).queryKey });
            }}
          />
        ) : (
          <>
            <NoteWords note={ownNote} writer={me} other={name} />
            {enteredBy === null ? null : (
              <Aside>
                {enteredBy === ''
                  ? text('encounters.fromPaper.unknown')
                  : text('encounters.fromPaper.by', { name: enteredBy })}
              </Aside>
            )}
            <Button
              look="secondary"
              onClick={() => {
                setEditing(true);
                setSaved(false);
              }}
            >
              {text('encounters.note.edit')}
            </Button>
          </>
        )}
      </Card>
    </>
  );
}
