import { useDates, useText } from '../../../lib/texts/texts.js';
import type { Note } from '../api.js';
import styles from './note.module.css';

export function isEmptyNote({ agreed, nextStep, date, owner }: Note): boolean {
  return agreed === '' && nextStep === '' && date === null && owner === null;
}

interface NoteWordsProps {
  note: Note;
  /** Whose note it is reads "I" for the writer: the names to say instead. */
  writer: string;
  other: string;
}

/** A note as it reads: what was agreed, how to go on, by when, by whom. */
export function NoteWords({ note, writer, other }: NoteWordsProps) {
  const text = useText();
  const dates = useDates();
  const owners = { writer, other, both: text('encounters.note.owners.both') };
  const next = [
    note.nextStep,
    note.owner && owners[note.owner],
    note.date && dates.write(`${note.date}T12:00:00Z`, 'date'),
  ];
  return (
    <dl className={styles.words}>
      {note.agreed ? (
        <div>
          <dt>{text('encounters.note.agreed')}</dt>
          <dd>{note.agreed}</dd>
        </div>
      ) : null}
      {next.some(Boolean) ? (
        <div>
          <dt>{text('encounters.note.nextStep')}</dt>
          <dd>{next.filter(Boolean).join(' · ')}</dd>
        </div>
      ) : null}
    </dl>
  );
}
