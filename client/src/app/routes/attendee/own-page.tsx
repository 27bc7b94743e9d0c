import { lazy, Suspense, useEffect } from 'react';
import { CardSection } from '../../../features/bingo/screens/card-section.js';
import { ContactsCard } from '../../../features/contacts/components/contacts-card.js';
import { DrawCard } from '../../../features/draw/components/draw-card.js';
import { OwnScreen } from '../../../features/registration/screens/own-screen.js';
import { whenIdle } from '../../../lib/page/when-idle.js';
import { useParams } from '../../../lib/router/routes.js';
import { useText } from '../../../lib/texts/texts.js';
import { LinkButton } from '../../../ui/actions/link-button.js';
import { Stack } from '../../../ui/layout/card.js';
import { usePainted } from '../../../ui/layout/use-painted.js';
import { fetchBehind } from './behind.js';

const OwnDataPart = lazy(async () => ({
  default: (await import('../own-data/own-data-part.js')).OwnDataPart,
}));

const OwnSeating = lazy(async () => ({
  default: (await import('../../../features/matchmaking/seating/own/own-seating.js')).OwnSeating,
}));

const AnsweredLine = lazy(async () => ({
  default: (await import('../../../features/panel/components/answered-line.js')).AnsweredLine,
}));

const NowPlace = lazy(async () => ({ default: (await import('./now-place.js')).NowPlace }));

/** The own page: here features meet that do not know each other. */
export function OwnPage() {
  const text = useText();
  const { registration = '' } = useParams();
  useEffect(() => whenIdle(fetchBehind), []);
  return (
    <OwnScreen
      registration={registration}
      beforeTheEvening={<WhomToMeet registration={registration} />}
      now={({ evening, registration: { plays, kind } }) =>
        kind === 'child' ? null : <NowPlace registration={registration} evening={evening.id} plays={plays} />
      }
      seats={<OwnSeating registration={registration} />}
      ownData={(part, page) => <OwnDataPart part={part} page={page} />}
      atTheEvening={({ registration: { plays, kind } }) => (
        <Stack>
          {kind === 'support' ? (
            <LinkButton look="secondary" href={`/me/${registration}/paper`}>
              {text('personalPage.enterPaper')}
            </LinkButton>
          ) : null}
          {plays ? <Game registration={registration} /> : null}
          {kind === 'child' ? null : <Panel registration={registration} />}
        </Stack>
      )}
    />
  );
}

function WhomToMeet({ registration }: { registration: string }) {
  const text = useText();
  return (
    <LinkButton look="secondary" href={`/me/${registration}/suggestions`}>
      {text('personalPage.whomToMeet')}
    </LinkButton>
  );
}

/** The way to the panel; what has been answered is told once the page stands. */
function Panel({ registration }: { registration: string }) {
  const text = useText();
  const painted = usePainted();
  return (
    <>
      <LinkButton look="secondary" href={`/me/${registration}/panel`}>
        {text('personalPage.panel')}
      </LinkButton>
      {painted ? (
        <Suspense>
          <AnsweredLine registration={registration} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Card, draw, meetings: what one does at the evening. */
function Game({ registration }: { registration: string }) {
  const text = useText();
  return (
    <>
      <CardSection registration={registration} drawEntry={<DrawCard registration={registration} />} />
      <LinkButton look="secondary" href={`/me/${registration}/met`}>
        {text('encounters.list.title')}
      </LinkButton>
      <WhomToMeet registration={registration} />
      <DrawCard registration={registration} />
      <ContactsCard registration={registration} />
    </>
  );
}
