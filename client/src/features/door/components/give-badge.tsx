import { digitsIn } from '@hillo/domain/door';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { request } from '../../../lib/http/request.js';
import { randomUuid } from '../../../lib/http/uuid.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { CodeDisplay } from '../../../ui/data/code-display.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { CodeInput } from '../../../ui/form/code-input.js';
import { Stack } from '../../../ui/layout/card.js';
import { type DoorPerson, putPeople } from '../api.js';
import { BadgeScan } from './finding/badge-scan.js';

type Badge = { by: 'badge'; token: string } | { by: 'code'; code: string };

interface GiveBadgeProps {
  evening: string;
  person: DoorPerson | undefined;
  onClose: () => void;
}

/** A badge that was printed ahead becomes this person's: scanned, or by its six digits. */
export function GiveBadge({ evening, person, onClose }: GiveBadgeProps) {
  const text = useText();
  const name = person?.firstName ?? '';
  return (
    <Dialog open={person !== undefined} title={text('door.ready.title', { name })} onClose={onClose}>
      {person ? <Giving key={person.id} evening={evening} person={person} /> : null}
    </Dialog>
  );
}

function Giving({ evening, person }: { evening: string; person: DoorPerson }) {
  const text = useText();
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const [scans, setScans] = useState(false);
  const [isForeign, setForeign] = useState(false);
  const operations = useRef(new Map<string, string>());
  const give = useMutation({
    mutationFn: (badge: Badge) => {
      // The same badge given again is the same act.
      const act = JSON.stringify(badge);
      const operationId = operations.current.get(act) ?? randomUuid();
      operations.current.set(act, operationId);
      return request('POST /api/evenings/:evening/door/badges', {
        params: { evening },
        body: { badge, registrationId: person.id },
        operationId,
      });
    },
    onSuccess: (changed) => putPeople(client, evening, [changed]),
  });
  const send = (badge: Badge) => {
    setForeign(false);
    if (!give.isPending) give.mutate(badge);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send({ by: 'code', code });
  };
  if (give.data)
    return (
      <>
        <Notice kind="success" announce>
          {text('door.ready.done', { name: give.data.firstName })}
        </Notice>
        <CodeDisplay code={give.data.spokenCode} label={text('door.result.code')} />
      </>
    );
  const refusal = give.error ? problemText(text, give.error) : undefined;
  return (
    <>
      <p>{text('door.ready.text')}</p>
      <form noValidate onSubmit={submit}>
        <Stack>
          <CodeInput
            read={digitsIn}
            label={text('door.ready.code')}
            marked={false}
            value={code}
            onChange={(typed) => {
              setCode(typed);
              give.reset();
            }}
          />
          <Button type="submit" wide busy={give.isPending}>
            {text('door.ready.submit')}
          </Button>
        </Stack>
      </form>
      {scans ? (
        <BadgeScan onBadge={(token) => send({ by: 'badge', token })} onOther={() => setForeign(true)} />
      ) : (
        <Button look="secondary" wide onClick={() => setScans(true)}>
          {text('door.ready.scan')}
        </Button>
      )}
      {isForeign ? (
        <Notice kind="warning" announce>
          {text('door.scan.notBadge')}
        </Notice>
      ) : refusal ? (
        <Notice kind="error" announce title={refusal.title}>
          {refusal.detail}
        </Notice>
      ) : null}
    </>
  );
}
