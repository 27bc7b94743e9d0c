import { STEP_UP } from '@hillo/domain/accounts';
import { type FormEvent, useRef, useState } from 'react';
import { isProblem } from '../../../lib/http/problem-error.js';
import type { StepUpQuestion } from '../../../lib/step-up/step-up.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Spinner } from '../../../ui/feedback/spinner.js';
import { CodeInput } from '../../../ui/form/code-input.js';
import { FormFailure } from '../../../ui/form/form-failure.js';
import { Stack } from '../../../ui/layout/card.js';
import { Aside } from '../../../ui/text/text.js';
import { typeCode } from './api.js';
import { ResendCode } from './resend-code.js';
import { useSentCode } from './use-sent-code.js';

interface CodeFormProps {
  id: string;
  question: StepUpQuestion;
  onBusy: (busy: boolean) => void;
  onConfirmed: () => void;
}

/** Asks the server for a code as soon as it is shown; what is typed wrong stays in the field. */
export function CodeForm({ id, question, onBusy, onConfirmed }: CodeFormProps) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const sending = useRef(false);
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const sent = useSentCode(question);

  const refuse = (words: string) => {
    setFault(words);
    field.current?.focus();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending.current) return;
    setFailure(undefined);
    if (code.length < STEP_UP.digits) return refuse(text('stepUp.incomplete'));
    sending.current = true;
    onBusy(true);
    try {
      await typeCode(question, code);
      onConfirmed();
    } catch (error) {
      if (isProblem(error, 'step-up-code-not-valid')) refuse(error.detail);
      else setFailure(error);
    } finally {
      sending.current = false;
      onBusy(false);
    }
  };
  const resend = () => {
    setFault(undefined);
    setFailure(undefined);
    setCode('');
    sent.send();
    field.current?.focus();
  };
  const told = failure ?? sent.failure;
  return (
    <form id={id} noValidate onSubmit={(event) => void submit(event)}>
      <Stack>
        <p>{text(`stepUp.why.${question.purpose}`)}</p>
        <FormFailure words={told === undefined ? undefined : problemText(text, told)} />
        {sent.isSending ? <Spinner words={text('stepUp.sending')} /> : null}
        {sent.address === undefined || sent.isSending ? null : (
          <p>{text('stepUp.sent', { address: sent.address })}</p>
        )}
        {sent.turn > 1 && !sent.isSending && sent.failure === undefined ? (
          <Notice kind="success" announce>
            {text('stepUp.resent')}
          </Notice>
        ) : null}
        <CodeInput
          ref={field}
          label={text('stepUp.label')}
          hint={text('stepUp.hint')}
          error={fault}
          marked={false}
          required
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
        />
        <Aside>{text('stepUp.notArrived')}</Aside>
        <ResendCode until={sent.resendAt} busy={sent.isSending} onSend={resend} />
      </Stack>
    </form>
  );
}
