import { type FormEvent, useState } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { Fieldset } from '../../../ui/form/fieldset.js';
import {
  type ContactField,
  type Encounter,
  type MeetingRef,
  share,
  useEncounterChange,
  useOwnEncounters,
} from '../api.js';
import { FailureNotice } from './failure-notice.js';
import styles from './sharing.module.css';

interface SharingChoiceProps {
  registration: string;
  meeting: MeetingRef;
  audience: Encounter['sharing']['audience'];
  /** What was answered before; undefined begins with what was chosen at registration. */
  said: readonly ContactField[] | undefined;
  legend: string;
  onDone?: () => void;
}

/** Nothing is sent before the button is pressed; what was chosen at registration is ticked to begin with. */
export function SharingChoice({ registration, meeting, audience, said, legend, onDone }: SharingChoiceProps) {
  const text = useText();
  const { shareable, chosen } = useOwnEncounters(registration);
  const [ticked, setTicked] = useState<readonly ContactField[]>(
    shareable.filter((field) => (said ?? chosen).includes(field)),
  );
  const change = useEncounterChange(
    registration,
    () => share(registration, meeting, ticked, audience),
    onDone,
  );
  if (shareable.length === 0) return <p>{text('encounters.share.nothing')}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.send();
  };
  const tick = (field: ContactField, on: boolean) =>
    setTicked(shareable.filter((each) => (each === field ? on : ticked.includes(each))));
  return (
    <form className={styles.form} onSubmit={submit}>
      <Fieldset legend={legend} hint={text('encounters.share.lead')}>
        {shareable.map((field) => (
          <Checkbox
            key={field}
            label={text(`encounters.share.fields.${field}`)}
            checked={ticked.includes(field)}
            onChange={({ target }) => tick(field, target.checked)}
          />
        ))}
      </Fieldset>
      <FailureNotice error={change.error} />
      <Button type="submit" look="secondary" wide busy={change.isPending}>
        {text('encounters.share.say')}
      </Button>
    </form>
  );
}
