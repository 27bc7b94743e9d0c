import { useQuery } from '@tanstack/react-query';
import { request } from '../../../lib/http/request.js';
import { problemText } from '../../../lib/texts/problem-text.js';
import { useDates, useText } from '../../../lib/texts/texts.js';
import { QrCode } from '../../../ui/data/qr-code.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Spinner } from '../../../ui/feedback/spinner.js';
import { Aside } from '../../../ui/text/text.js';
import type { DoorPerson } from '../api.js';

interface OwnLinkDialogProps {
  evening: string;
  person: DoorPerson | undefined;
  /** Names this asking: the same one shows the same link, a new one ends it. */
  operationId: string;
  onClose: () => void;
}

/** A one-time QR to the own page, read by the person's own phone (product rule 14). */
export function OwnLinkDialog({ evening, person, operationId, onClose }: OwnLinkDialogProps) {
  const text = useText();
  const dates = useDates();
  const link = useQuery({
    queryKey: ['door', evening, 'own-link', operationId],
    queryFn: () =>
      request('POST /api/evenings/:evening/door/handovers', {
        params: { evening },
        body: { registrationId: person?.id ?? '' },
        operationId,
      }),
    enabled: person !== undefined,
    staleTime: Infinity,
    gcTime: 0,
  });
  const name = person?.firstName ?? '';
  return (
    <Dialog open={person !== undefined} title={text('door.link.title', { name })} onClose={onClose}>
      <p>{text('door.link.text', { name })}</p>
      {link.data ? (
        <>
          <QrCode value={link.data.url.toUpperCase()} label={text('door.link.qr')} />
          <Aside>{text('door.link.until', { time: dates.write(link.data.expiresAt, 'time') })}</Aside>
        </>
      ) : link.error ? (
        <Notice kind="error" announce title={problemText(text, link.error).title}>
          {problemText(text, link.error).detail}
        </Notice>
      ) : (
        <Spinner words={text('app.loading')} />
      )}
    </Dialog>
  );
}
