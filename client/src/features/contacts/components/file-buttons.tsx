import { type ReactNode, useState } from 'react';
import { saveFile } from '../../../lib/page/save-file.js';
import { type StepUpQuestion, useStepUp } from '../../../lib/step-up/step-up.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { ButtonRow } from '../../../ui/actions/button-row.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Card } from '../../../ui/layout/card.js';
import { Aside } from '../../../ui/text/text.js';
import { type ContactFormat, mailToMyself } from '../api.js';

const FORMATS: readonly ContactFormat[] = ['pdf', 'xlsx', 'csv', 'vcf', 'ics'];

interface FileButtonsProps {
  load: (format: ContactFormat) => Promise<Blob>;
  as: StepUpQuestion['as'];
  children?: ReactNode;
}

/** Paper, other programs, the phone's contacts, the calendar. A mailed code may be asked for first; then the file comes by itself. */
export function FileButtons({ load, as, children }: FileButtonsProps) {
  const text = useText();
  const confirmed = useStepUp({ purpose: 'contact-export', as });
  const [busy, setBusy] = useState<ContactFormat>();
  const [failure, setFailure] = useState<unknown>();
  const press = async (format: ContactFormat) => {
    if (busy !== undefined) return;
    setBusy(format);
    setFailure(undefined);
    try {
      const done = await confirmed(() => load(format));
      if (done) saveFile(done.value);
    } catch (error) {
      setFailure(error);
    }
    setBusy(undefined);
  };
  return (
    <div data-print="no">
      <Card heading={<h2>{text('contacts.files.title')}</h2>}>
        <p>{text('contacts.files.text')}</p>
        <FormFailure words={failure === undefined ? undefined : problemText(text, failure)} />
        <ButtonRow>
          <Button onClick={() => print()}>{text('contacts.files.print')}</Button>
          {FORMATS.map((format) => (
            <Button key={format} look="secondary" busy={busy === format} onClick={() => void press(format)}>
              {text(`contacts.files.${format}`)}
            </Button>
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
