import { useEffect } from 'react';
import { useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Card } from '../../../ui/layout/card.js';
import { useOwnDraw } from '../api.js';
import { rememberSteps } from '../seen-steps.js';
import { DrawProgress } from './draw-progress.js';
import { DrawResult } from './draw-result.js';
import { OptInButton, OwnEntry } from './own-entry.js';
import { RecheckLine } from './recheck-line.js';

/** The draw on the personal page: in or out and why, and the result as soon as it is there, checked by the phone. */
export function DrawCard({ registration }: { registration: string }) {
  const text = useText();
  const page = useOwnDraw(registration);
  const { draw } = page;
  useEffect(() => {
    if (draw) rememberSteps(draw);
  }, [draw]);
  const ended = draw?.state === 'done' || draw?.state === 'void';
  return (
    <Card jam="raspberry" heading={<h2>{text('draw.card.title')}</h2>}>
      <DrawProgress draw={draw} />
      {draw?.state === 'done' ? <DrawResult draw={draw} /> : <OwnEntry page={page} />}
      {draw && ended ? <RecheckLine draw={draw} /> : null}
      <OptInButton registration={registration} page={page} />
      <div>
        <LinkButton look="quiet" href={`/me/${registration}/draw`}>
          {text('draw.card.more')}
        </LinkButton>
      </div>
    </Card>
  );
}
