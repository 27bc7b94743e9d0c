import { useText } from '../../../lib/texts/texts.js';
import { Notice } from '../../../ui/feedback/notice.js';
import type { OwnDraw } from '../api.js';

/** Where the draw is, in words; read out when it moves on. */
export function DrawProgress({ draw }: { draw: OwnDraw | null }) {
  const text = useText();
  if (draw?.state === 'void')
    return (
      <Notice kind="warning" announce title={text('draw.state.void')}>
        <p>{draw.voided ? text(`draw.voidReason.${draw.voided.reason}`) : null}</p>
        {draw.voided?.words ? (
          <p>
            <bdi>{draw.voided.words}</bdi>
          </p>
        ) : null}
        <p>{text('draw.voidNext')}</p>
      </Notice>
    );
  return (
    <output>
      {text(`draw.state.${draw?.state ?? 'none'}`)}{' '}
      {typeof draw?.ticketCount === 'number' ? text('draw.tickets', { count: draw.ticketCount }) : null}
    </output>
  );
}
