import { useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Card } from '../../../ui/layout/card.js';
import { type Note, useWaitingWords, writeNote } from '../api.js';
import { NoteForm } from './note-form.js';
import { NoteWords } from './note-words.js';
import { SharingChoice } from './sharing-choice.js';

const EMPTY: Note = { agreed: '', nextStep: '', date: null, owner: null };

/** What was agreed with somebody whose name comes with the network, and what they may see of me. */
export function WaitingWords({ registration, scanned }: { registration: string; scanned: string }) {
  const text = useText();
  const meeting = { scanned };
  const { note, sharing } = useWaitingWords(registration, meeting);
  const [editing, setEditing] = useState(note === undefined);
  const other = text('waiting.meeting.other');
  return (
    <>
      <Card heading={<h2>{text('encounters.note.title')}</h2>}>
        {note ? <Notice announce>{text('waiting.note.kept')}</Notice> : null}
        {editing || !note ? (
          <NoteForm
            saved={note ?? EMPTY}
            name={other}
            draft={`note.${scanned}`}
            send={(written) => writeNote(registration, meeting, written)}
            onSaved={() => setEditing(false)}
          />
        ) : (
          <>
            <NoteWords note={note} writer={text('encounters.note.owners.writer')} other={other} />
            <Button look="secondary" onClick={() => setEditing(true)}>
              {text('encounters.note.edit')}
            </Button>
          </>
        )}
      </Card>
      <Card heading={<h2>{text('encounters.share.title')}</h2>}>
        {sharing ? <Notice announce>{text('waiting.share.kept')}</Notice> : null}
        {/* The other's association is named only where it is known: this yes is for the person alone. */}
        <SharingChoice
          registration={registration}
          meeting={meeting}
          audience="person"
          said={sharing}
          legend={text('waiting.share.legend')}
        />
      </Card>
    </>
  );
}
