import { Suspense } from 'react';
import { Navigate, Outlet, Route, Routes, useParams } from 'react-router';
import { useAccount } from '../../features/accounts/api.js';
import { IdentitySwitcher } from '../../features/accounts/components/identity/identity-switcher.js';
import { AccountGate } from '../../features/accounts/components/account-gate.js';
import { OrganiserMenu } from '../../features/accounts/components/organiser-menu.js';
import { AccountScreen } from '../../features/accounts/screens/account-screen.js';
import { InvitationScreen } from '../../features/accounts/screens/invitation-screen.js';
import { LinkScreen } from '../../features/accounts/screens/link-screen.js';
import { MembersScreen } from '../../features/accounts/screens/members-screen.js';
import { SignInScreen } from '../../features/accounts/screens/sign-in-screen.js';
import { DemonstrationNotice } from '../../features/demonstration/components/demonstration-notice.js';
import { EveningFrame } from '../../features/evenings/screens/evening-frame.js';
import { MyEveningsScreen } from '../../features/evenings/screens/my-evenings-screen.js';
import { NewEveningScreen } from '../../features/evenings/screens/new-evening-screen.js';
import { useText } from '../../lib/texts/texts.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Spinner } from '../../ui/feedback/spinner.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { Shell } from '../shell/shell.js';
import { NotFoundPage } from './not-found-page.js';
import { eveningPages, tabsFor } from './organiser-evening-pages.js';

/** Members' pages: sign-in, evenings of their organisations, and everything about one evening. */
export function OrganiserRoutes() {
  const text = useText();
  return (
    <Shell header={<IdentitySwitcher />}>
      <Suspense fallback={<Spinner words={text('app.loading')} />}>
        <Routes>
          <Route path="/sign-in" element={<SignInScreen />} />
          <Route path="/s/:token" element={<LinkScreen />} />
          <Route path="/i/:token" element={<InvitationScreen />} />
          <Route path="/organiser" element={<MemberPages />}>
            <Route index element={<FirstOrganisation />} />
            <Route path="account" element={<AccountScreen />} />
            <Route path="evenings/:evening" element={<EveningPages />}>
              {eveningPages.map(({ path, Screen }) =>
                path === '' ? (
                  <Route key={path} index element={<Screen />} />
                ) : (
                  <Route key={path} path={path} element={<Screen />} />
                ),
              )}
            </Route>
            <Route path=":organisation" element={<Evenings />} />
            <Route path=":organisation/new" element={<NewEveningScreen />} />
            <Route path=":organisation/members" element={<MembersScreen />} />
          </Route>
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Shell>
  );
}

function MemberPages() {
  const text = useText();
  return (
    <AccountGate>
      <OrganiserMenu />
      {/* The menu stays while a page loads. */}
      <Suspense fallback={<Spinner words={text('app.loading')} />}>
        <Outlet />
      </Suspense>
    </AccountGate>
  );
}

function FirstOrganisation() {
  const text = useText();
  const [first] = useAccount()?.organisations ?? [];
  if (first) return <Navigate to={`/organiser/${first.id}`} replace />;
  return (
    <>
      <PageHeader title={text('planning.list.title')} />
      <EmptyState title={text('accounts.none.title')}>{text('accounts.none.text')}</EmptyState>
    </>
  );
}

function Evenings() {
  const { organisation = '' } = useParams();
  const roles = useAccount()?.organisations.find(({ id }) => id === organisation)?.roles ?? [];
  const mayPlan = roles.includes('organiser');
  return (
    <MyEveningsScreen
      mayPlan={mayPlan}
      notice={(evenings) =>
        mayPlan ? <DemonstrationNotice organisation={organisation} evenings={evenings} /> : null
      }
    />
  );
}

function EveningPages() {
  const text = useText();
  const account = useAccount();
  return (
    <EveningFrame
      tabs={({ organisationId }) => {
        const roles = account?.organisations.find(({ id }) => id === organisationId)?.roles ?? [];
        return tabsFor(roles).map(({ path, label }) => ({ path, label: text(label) }));
      }}
    />
  );
}
