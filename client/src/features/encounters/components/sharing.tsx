import { type FormEvent, useState } from 'react';
import { personName } from '../../../lib/texts/person-name.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { Fieldset } from '../../../ui/form/fieldset.js';
import { Card } from '../../../ui/layout/card.js';
import { Aside } from '../../../ui/text/text.js';
import {
  type ContactField,
  type Encounter,
  share,
  useEncounterChange,
  useOwnEncounters,
  withdraw,
} from '../api.js';
import { FailureNotice } from './failure-notice.js';
import styles from './sharing.module.css';

/** Contact fields of a meeting (product rule 4): shown when both have said yes, taken back at any time. */
export function Sharing({ registration, encounter }: { registration: string; encounter: Encounter }) {
  const text = useText();
  const { own, fromStanding, otherSaidYes, fields } = encounter.sharing;
  const name = personName(text, encounter.other.firstName);
  const [choosing, setChoosing] = useState(false);
  const withdrawal = useEncounterChange(registration, () => withdraw(registration, encounter.id));
  const shared = Object.entries(fields) as [ContactField, string][];
  const list = (own?.fields ?? []).map((field) => text(`encounters.share.fields.${field}`)).join(', ');
  return (
    <Card heading={<h2>{text('encounters.share.title')}</h2>}>
      {shared.length > 0 ? (
        <dl className={styles.fields}>
          {shared.map(([field, value]) => (
            <div key={field}>
              <dt>{text(`encounters.share.fields.${field}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {own && !otherSaidYes ? <Aside>{text('encounters.share.waiting', { name })}</Aside> : null}
      {!own && otherSaidYes ? <Notice>{text('encounters.share.otherWaits', { name })}</Notice> : null}
      {own && !choosing ? (
        <>
          <p>
            {text(fromStanding ? 'encounters.share.standing' : 'encounters.share.mine', { fields: list })}
          </p>
          <ButtonRow>
            <Button look="secondary" onClick={() => setChoosing(true)}>
              {text('encounters.share.change')}
            </Button>
            <Button look="quiet" busy={withdrawal.isPending} onClick={() => withdrawal.send()}>
              {text('encounters.share.withdraw')}
            </Button>
          </ButtonRow>
        </>
      ) : (
        <SharingForm registration={registration} encounter={encounter} onDone={() => setChoosing(false)} />
      )}
      <FailureNotice error={withdrawal.error} />
    </Card>
  );
}

interface SharingFormProps {
  registration: string;
  encounter: Encounter;
  onDone: () => void;
}

/** Nothing is sent before the button is pressed; what was chosen at registration is ticked to begin with. */
function SharingForm({ registration, encounter, onDone }: SharingFormProps) {
  const text = useText();
  const { shareable, chosen } = useOwnEncounters(registration);
  const { own, audience } = encounter.sharing;
  const [ticked, setTicked] = useState<readonly ContactField[]>(
    shareable.filter((field) => (own?.fields ?? chosen).includes(field)),
  );
  const change = useEncounterChange(
    registration,
    () => share(registration, encounter.id, ticked, audience),
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
      <Fieldset
        legend={text(`encounters.share.legend.${audience}`, {
          name: personName(text, encounter.other.firstName),
        })}
        hint={text('encounters.share.lead')}
      >
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
