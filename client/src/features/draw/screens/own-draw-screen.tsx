import { useEffect } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { TextsProvider, useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Stack } from '../../../ui/layout/card.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Lead } from '../../../ui/text/text.js';
import { type OwnDrawPage, useOwnDraw } from '../api.js';
import { DrawProgress } from '../components/draw-progress.js';
import { DrawResult } from '../components/draw-result.js';
import { DrawRules } from '../components/draw-rules.js';
import { OptInButton, OwnEntry } from '../components/own-entry.js';
import { ProofDetails } from '../components/proof-details.js';
import { RecheckLine } from '../components/recheck-line.js';
import { rememberSteps } from '../seen-steps.js';

/** `/me/:registration/draw`: the draw, the rules, and everything by which it can be checked. */
export function OwnDrawScreen() {
  const { registration = '' } = useParams();
  const page = useOwnDraw(registration);
  return (
    <TextsProvider bundle="attendee" timeZone={page.evening.timeZone}>
      <OwnDrawContent registration={registration} page={page} />
    </TextsProvider>
  );
}

function OwnDrawContent({ registration, page }: { registration: string; page: OwnDrawPage }) {
  const text = useText();
  const { draw, evening } = page;
  usePage(text('draw.title'));
  useEffect(() => {
    if (draw) rememberSteps(draw);
  }, [draw]);
  const ended = draw?.state === 'done' || draw?.state === 'void';
  return (
    <Stack space="l">
      <PageHeader title={text('draw.title')} over={evening.theme}>
        <Lead>{text('draw.lead')}</Lead>
      </PageHeader>
      <Stack>
        <DrawProgress draw={draw} />
        {draw?.state === 'done' ? <DrawResult draw={draw} /> : null}
        {draw && ended ? <RecheckLine draw={draw} /> : null}
        <OwnEntry page={page} />
        <OptInButton registration={registration} page={page} />
      </Stack>
      {draw ? <ProofDetails draw={draw} /> : null}
      <DrawRules page={page} />
      <div>
        <LinkButton look="secondary" href={`/me/${registration}`}>
          {text('draw.back')}
        </LinkButton>
      </div>
    </Stack>
  );
}
