import { isOpenDraw, prizesMayChange } from '@hillo/domain/draw';
import { Fragment, useEffect, useRef } from 'react';
import { usePage } from '../../../lib/page/use-page.js';
import { useParams } from '../../../lib/router/routes.js';
import { useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { useAnnounce } from '../../../ui/feedback/announcer.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { Card, Stack } from '../../../ui/layout/card.js';
import { Disclosure } from '../../../ui/layout/disclosure.js';
import { PageHeader } from '../../../ui/layout/page-header.js';
import { Aside } from '../../../ui/text/text.js';
import { type DrawDesk, useDesk } from '../api.js';
import { Begin, NextStep } from '../components/desk/next-step.js';
import { PrizesForm } from '../components/desk/prizes-form.js';
import { StepList } from '../components/desk/step-list.js';
import { VoidDraw } from '../components/desk/void-dialog.js';
import { WinnerList } from '../components/desk/winner-list.js';
import { ProofDetails } from '../components/proof-details.js';

/** `/…/:evening/draw` of organiser and host: the next right thing on one screen, whoever took the last step. */
export function DrawDeskScreen({ mayExport = false }: { mayExport?: boolean }) {
  const text = useText();
  const { evening = '' } = useParams();
  const desk = useDesk(evening);
  const [draw, ...earlier] = desk.draws;
  const open = draw && isOpenDraw(draw.state) ? draw : undefined;
  // The next right thing stands first: without prizes there is nothing to draw for.
  const needsPrizes = !open && draw?.state !== 'done' && desk.prizes.length === 0;
  const prizes = (
    // The key keeps what is written when the form moves down.
    <Card key="prizes" heading={<h2>{text('drawDesk.prizes.title')}</h2>}>
      <PrizesForm evening={evening} prizes={desk.prizes} />
    </Card>
  );
  usePage(text('drawDesk.title'));
  useAnnounceSteps(desk);
  return (
    <Stack space="l">
      <PageHeader title={text('drawDesk.title')} />
      <StepList state={draw?.state} />
      {draw?.voided ? (
        <Notice kind="warning" title={text('draw.state.void')}>
          {text('drawDesk.voided', {
            number: draw.number,
            reason: draw.voided.words || text(`draw.voidReason.${draw.voided.reason}`),
          })}
        </Notice>
      ) : null}
      {needsPrizes ? prizes : null}
      <NextStep desk={desk} draw={draw} />
      {open || needsPrizes ? null : prizes}
      {open && prizesMayChange(open.state) ? (
        <Disclosure summary={text('drawDesk.prizes.title')}>
          <PrizesForm evening={evening} prizes={desk.prizes} />
        </Disclosure>
      ) : null}
      {draw?.state === 'done' ? <Begin desk={desk} isFirst={false} /> : null}
      {mayExport && desk.draws.some(({ state }) => state === 'done') ? (
        <WinnersFile evening={evening} />
      ) : null}
      {draw ? <ProofDetails draw={draw} open={open !== undefined} /> : null}
      {open ? <VoidDraw evening={evening} draw={open.id} /> : null}
      {earlier.length === 0 ? null : (
        <Disclosure summary={text('drawDesk.earlier')}>
          {earlier.map((each) => (
            <Fragment key={each.id}>
              <p>
                {text('drawDesk.earlierLine', {
                  number: each.number,
                  state: text(each.state === 'done' ? 'drawDesk.stateDone' : 'drawDesk.stateVoid'),
                })}
              </p>
              {each.state === 'done' ? <WinnerList evening={desk.evening} draw={each} /> : null}
            </Fragment>
          ))}
        </Disclosure>
      )}
    </Stack>
  );
}

/** The same for the organiser, who may take the winners along as a file. */
export function OrganiserDrawScreen() {
  return <DrawDeskScreen mayExport />;
}

function WinnersFile({ evening }: { evening: string }) {
  const text = useText();
  return (
    <Stack space="s">
      <div>
        <LinkButton look="secondary" href={`/api/evenings/${evening}/draws/winners.csv`} download>
          {text('drawDesk.export.action')}
        </LinkButton>
      </div>
      <Aside>{text('drawDesk.export.note')}</Aside>
    </Stack>
  );
}

/** Read out when the draw has moved on, also by somebody else. */
function useAnnounceSteps({ draws: [draw] }: DrawDesk): void {
  const text = useText();
  const announce = useAnnounce();
  const step = draw ? `${draw.number} ${draw.state}` : '';
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step || !draw) return;
    before.current = step;
    announce(text(`draw.state.${draw.state}`));
  }, [step, draw, announce, text]);
}
