import { useState } from 'react';
import { personName } from '../../../lib/texts/person-name.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Card } from '../../../ui/layout/card.js';
import { Aside } from '../../../ui/text/text.js';
import { type ContactField, type Encounter, useEncounterChange, useWaitingWords, withdraw } from '../api.js';
import { FailureNotice } from './failure-notice.js';
import { SharingChoice } from './sharing-choice.js';
import styles from './sharing.module.css';

/** Contact fields of a meeting (product rule 4): shown when both have said yes, taken back at any time. */
export function Sharing({ registration, encounter }: { registration: string; encounter: Encounter }) {
  const text = useText();
  const { own, fromStanding, otherSaidYes, fields } = encounter.sharing;
  const waits = useWaitingWords(registration, { encounter: encounter.id }).sharing !== undefined;
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
      {waits ? <Notice announce>{text('waiting.share.kept')}</Notice> : null}
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

function SharingForm({ registration, encounter, onDone }: SharingFormProps) {
  const text = useText();
  const { own, audience } = encounter.sharing;
  return (
    <SharingChoice
      registration={registration}
      meeting={{ encounter: encounter.id }}
      audience={audience}
      said={own?.fields}
      legend={text(`encounters.share.legend.${audience}`, {
        name: personName(text, encounter.other.firstName),
      })}
      onDone={onDone}
    />
  );
}
