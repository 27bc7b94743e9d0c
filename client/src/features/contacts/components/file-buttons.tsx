import { type ReactNode, useState } from 'react';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { Button } from '../../../ui/actions/button.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Card } from '../../../ui/layout/card.js';
import { Aside } from '../../../ui/text/text.js';
import { mailToMyself } from '../api.js';

const FORMATS = ['pdf', 'xlsx', 'csv', 'vcf', 'ics'] as const;

/** Paper, other programs, the phone's contacts, the calendar. `base` is the address of the files without the format. */
export function FileButtons({ base, children }: { base: string; children?: ReactNode }) {
  const text = useText();
  return (
    <div data-print="no">
      <Card heading={<h2>{text('contacts.files.title')}</h2>}>
        <p>{text('contacts.files.text')}</p>
        <ButtonRow>
          <Button onClick={() => print()}>{text('contacts.files.print')}</Button>
          {FORMATS.map((format) => (
            <LinkButton key={format} look="secondary" href={`${base}/${format}`} download>
              {text(`contacts.files.${format}`)}
            </LinkButton>
          ))}
        </ButtonRow>
        <Aside>{text('contacts.files.icsHint')}</Aside>
        {children}
      </Card>
    </div>
  );
}

export function MailButton({ registration }: { registration: string }) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const press = async () => {
    setBusy(true);
    setFailure(undefined);
    await mailToMyself(registration).then(() => setSent(true), setFailure);
    setBusy(false);
  };
  return (
    <>
      <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
      {sent ? (
        <Notice kind="success" announce>
          {text('contacts.files.mailed')}
        </Notice>
      ) : (
        <div>
          <Button look="secondary" busy={busy} onClick={() => void press()}>
            {text('contacts.files.mail')}
          </Button>
        </div>
      )}
    </>
  );
}
