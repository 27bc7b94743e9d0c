import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Card } from '../../../ui/layout/card.js';
import { type Holder, withdrawAll, withdrawFrom } from '../api.js';
import styles from './sheet.module.css';

/** Who has my contact, and every yes taken back as easily as it was given. */
export function HolderList({ registration, holders }: { registration: string; holders: readonly Holder[] }) {
  const text = useText();
  const client = useQueryClient();
  const [busy, setBusy] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const act = async (what: string, withdrawal: () => Promise<void>) => {
    if (busy !== undefined) return;
    setBusy(what);
    setFailure(undefined);
    await withdrawal().then(() => setDone(true), setFailure);
    setBusy(undefined);
    setAsking(false);
  };
  const fieldsOf = ({ fields, withAssociation }: Holder) =>
    [
      ...fields.map((field) => text(`contacts.field.${field}`)),
      ...(withAssociation ? [text('contacts.holders.withAssociation')] : []),
    ].join(', ');
  return (
    <div data-print="no">
      <Card heading={<h2>{text('contacts.holders.title')}</h2>}>
        <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
        {done ? (
          <Notice kind="success" announce>
            {text('contacts.holders.done')}
          </Notice>
        ) : null}
        {holders.length === 0 ? (
          <p>{text('contacts.holders.none')}</p>
        ) : (
          <>
            <p>{text('contacts.holders.text')}</p>
            <ul className={styles.holders}>
              {holders.map((holder) => (
                <li key={holder.encounterId}>
                  <p>
                    <bdi>
                      {text('contacts.holders.fields', { name: holder.firstName, fields: fieldsOf(holder) })}
                    </bdi>
                  </p>
                  <Button
                    look="quiet"
                    busy={busy === holder.encounterId}
                    aria-label={text('contacts.holders.withdrawNamed', { name: holder.firstName })}
                    onClick={() =>
                      void act(holder.encounterId, () =>
                        withdrawFrom(client, registration, holder.encounterId),
                      )
                    }
                  >
                    {text('contacts.holders.withdraw')}
                  </Button>
                </li>
              ))}
            </ul>
            <div>
              <Button look="secondary" onClick={() => setAsking(true)}>
                {text('contacts.holders.all')}
              </Button>
            </div>
          </>
        )}
      </Card>
      <Dialog
        open={asking}
        title={text('contacts.holders.allTitle')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button
              look="danger"
              busy={busy === 'all'}
              onClick={() => void act('all', () => withdrawAll(client, registration))}
            >
              {text('contacts.holders.allConfirm')}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {text('ui.close')}
            </Button>
          </>
        }
      >
        <p>{text('contacts.holders.allText')}</p>
      </Dialog>
    </div>
  );
}
