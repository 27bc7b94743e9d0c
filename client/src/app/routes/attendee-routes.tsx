import { Fragment, lazy, Suspense } from 'react';
import { Outlet, Route, Routes, useParams } from 'react-router';
import { IdentitySwitcher } from '../../features/accounts/components/identity/identity-switcher.js';
import { ChooseSquare } from '../../features/bingo/components/square/choose-square.js';
import { BadgeLinkScreen } from '../../features/bingo/screens/badge-link-screen.js';
import { CardSection } from '../../features/bingo/screens/card-section.js';
import { ScanScreen } from '../../features/bingo/screens/scan-screen.js';
import { ContactsCard } from '../../features/contacts/components/contacts-card.js';
import { DrawCard } from '../../features/draw/components/draw-card.js';
import { EncounterScreen } from '../../features/encounters/screens/encounter-screen.js';
import { MetScreen } from '../../features/encounters/screens/met-screen.js';
import { OwnScreen } from '../../features/registration/screens/own-screen.js';
import { PersonalLinkScreen } from '../../features/registration/screens/personal-link-screen.js';
import { useText } from '../../lib/texts/texts.js';
import { LinkButton } from '../../ui/actions/link-button.js';
import { Spinner } from '../../ui/feedback/spinner.js';
import { Stack } from '../../ui/layout/card.js';
import { Shell } from '../shell/shell.js';
import { NotFoundPage } from './not-found-page.js';

/** Fetched when they are opened: the first tap on the own page does not wait for them. */
const ContactsScreen = lazy(async () => ({
  default: (await import('../../features/contacts/screens/contacts-screen.js')).ContactsScreen,
}));
const OwnDrawScreen = lazy(async () => ({
  default: (await import('../../features/draw/screens/own-draw-screen.js')).OwnDrawScreen,
}));

/** The own page of an attendee and the page of a scanned badge: here features meet that do not know each other. */
export function AttendeeRoutes() {
  const text = useText();
  return (
    <Shell header={<IdentitySwitcher />}>
      <Suspense fallback={<Spinner words={text('app.loading')} />}>
        <Routes>
          <Route path="/me/:registration" element={<OnePerson />}>
            <Route index element={<Own />} />
            <Route path="scan" element={<ScanScreen />} />
            <Route path="met" element={<MetScreen />} />
            <Route path="met/:encounter" element={<EncounterScreen square={square} />} />
            <Route path="contacts" element={<ContactsScreen />} />
            <Route path="draw" element={<OwnDrawScreen />} />
          </Route>
          <Route path="/p/:token" element={<PersonalLinkScreen />} />
          <Route path="/b/:token" element={<BadgeLinkScreen />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}

/** Two people may share a phone: nothing that the one wrote or watched stays when the other goes on. */
function OnePerson() {
  const { registration } = useParams();
  return (
    <Fragment key={registration}>
      <Outlet />
    </Fragment>
  );
}

function Own() {
  const text = useText();
  const { registration = '' } = useParams();
  return (
    <OwnScreen
      registration={registration}
      atTheEvening={({ registration: { plays } }) =>
        plays ? (
          <Stack>
            <CardSection registration={registration} drawEntry={<DrawCard registration={registration} />} />
            <LinkButton look="secondary" href={`/me/${registration}/met`}>
              {text('encounters.list.title')}
            </LinkButton>
            <DrawCard registration={registration} />
            <ContactsCard registration={registration} />
          </Stack>
        ) : null
      }
    />
  );
}

function square(registration: string, encounter: string) {
  return (
    <ChooseSquare
      registration={registration}
      encounter={encounter}
      drawEntry={<DrawCard registration={registration} />}
    />
  );
}
