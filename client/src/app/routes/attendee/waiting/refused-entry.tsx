import { type FormEvent, useState } from 'react';
import type { Entry } from '../../../../lib/offline/outbox/entry.js';
import { outbox } from '../../../../lib/offline/outbox/here.js';
import { dropEntry } from '../../../../lib/offline/write.js';
import type { phoneStamp } from '../../../../lib/http/reach.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { LinkButton } from '../../../../ui/actions/link-button.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { CodeInput } from '../../../../ui/form/code-input.js';
import { Stack } from '../../../../ui/layout/card.js';
import { entryHref, entryTitle, SCAN } from './entry-words.js';

/** An entry that the server did not take: why, and what may be done about it. */
export function RefusedEntry({ entry }: { entry: Entry }) {
  const text = useText();
  const { refusal, operationId, route, label } = entry;
  if (!refusal) return null;
  const isLoose = refusal.code === 'unreadable-answer';
  const href = entryHref(`/me/${entry.params['registration']}`, entry);
  const hasCode = route === SCAN && label?.['code'] !== undefined;
  return (
    <Notice
      kind="warning"
      title={entryTitle(text, entry)}
      actions={
        <>
          {isLoose ? null : (
            <Button look="secondary" onClick={() => void outbox().mend(operationId, {})}>
              {text('waiting.act.again')}
            </Button>
          )}
          {href === undefined || route === SCAN ? null : (
            <LinkButton look="secondary" href={href}>
              {text('waiting.act.open')}
            </LinkButton>
          )}
          <Button look="quiet" onClick={() => void dropEntry(operationId)}>
            {text('waiting.act.drop')}
          </Button>
        </>
      }
    >
      <p>{isLoose ? text('waiting.entry.loose') : `${refusal.title}. ${refusal.detail}`}</p>
      {hasCode ? <MendCode entry={entry} /> : null}
    </Notice>
  );
}

/** The code typed anew; note and square of the meeting stay with it, and so does the time it was made. */
function MendCode({ entry }: { entry: Entry }) {
  const text = useText();
  const [code, setCode] = useState(entry.label?.['code'] ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { offline } = entry.body as { offline: ReturnType<typeof phoneStamp> };
    // Refused again it stands here again, with the new reason.
    void outbox().mend(entry.operationId, { body: { who: { by: 'code', code }, offline }, label: { code } });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack space="s">
        <CodeInput label={text('bingo.scan.orCode')} marked={false} value={code} onChange={setCode} />
        <div>
          <Button type="submit">{text('waiting.act.mend')}</Button>
        </div>
      </Stack>
    </form>
  );
}
