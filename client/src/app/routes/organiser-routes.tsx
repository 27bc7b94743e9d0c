import { type ReactNode, Suspense } from 'react';
import { useAccount } from '../../features/accounts/api.js';
import { AccountGate } from '../../features/accounts/components/account-gate.js';
import { OrganiserMenu } from '../../features/accounts/components/organiser-menu.js';
import { AccountScreen } from '../../features/accounts/screens/account-screen.js';
import { InvitationScreen } from '../../features/accounts/screens/invitation-screen.js';
import { LinkScreen } from '../../features/accounts/screens/link-screen.js';
import { MembersScreen } from '../../features/accounts/screens/members-screen.js';
import { SignInScreen } from '../../features/accounts/screens/sign-in-screen.js';
import { AffiliationsScreen } from '../../features/affiliations/screens/affiliations-screen.js';
import { DemonstrationNotice } from '../../features/demonstration/components/demonstration-notice.js';
import { EveningFrame } from '../../features/evenings/screens/evening-frame.js';
import { MyEveningsScreen } from '../../features/evenings/screens/my-evenings-screen.js';
import { NewEveningScreen } from '../../features/evenings/screens/new-evening-screen.js';
import { Redirect } from '../../lib/router/router.js';
import { type Route, useParams } from '../../lib/router/routes.js';
import { useText } from '../../lib/texts/texts.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { PageHeader } from '../../ui/layout/page-header.js';
import { PageWaiting } from '../shell/page-waiting.js';
import { AudiencePages } from './audience-pages.js';
import { eveningPages, pagesFor } from './organiser-evening-pages.js';

const member = [MemberPages];
const planning = [MemberPages, EveningPages];
const routes: readonly Route[] = [
  { path: '/sign-in', Screen: SignInScreen },
  { path: '/s/:token', Screen: LinkScreen },
  { path: '/i/:token', Screen: InvitationScreen },
  { path: '/organiser', frames: member, Screen: FirstOrganisation },
  { path: '/organiser/account', frames: member, Screen: AccountScreen },
  ...eveningPages.map(({ path, Screen }) => ({
    path: `/organiser/evenings/:evening/${path}`,
    frames: planning,
    Screen,
  })),
  { path: '/organiser/:organisation', frames: member, Screen: Evenings },
  { path: '/organiser/:organisation/new', frames: member, Screen: NewEveningScreen },
  { path: '/organiser/:organisation/affiliations', frames: member, Screen: AffiliationsScreen },
  { path: '/organiser/:organisation/members', frames: member, Screen: MembersScreen },
];

/** Members' pages: sign-in, evenings of their organisations, and everything about one evening. */
export function OrganiserRoutes() {
  return <AudiencePages routes={routes} />;
}

function MemberPages({ children }: { children: ReactNode }) {
  return (
    <AccountGate>
      <OrganiserMenu />
      {/* The menu stays while a page loads. */}
      <Suspense fallback={<PageWaiting />}>{children}</Suspense>
    </AccountGate>
  );
}

function FirstOrganisation() {
  const text = useText();
  const [first] = useAccount()?.organisations ?? [];
  if (first) return <Redirect to={`/organiser/${first.id}`} />;
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

function EveningPages({ children }: { children: ReactNode }) {
  const text = useText();
  const account = useAccount();
  return (
    <EveningFrame
      pages={({ organisationId }) => {
        const roles = account?.organisations.find(({ id }) => id === organisationId)?.roles ?? [];
        return pagesFor(roles).map(({ when, pages }) => ({
          when,
          pages: pages.map(({ path, label }) => ({ path, label: text(label) })),
        }));
      }}
    >
      {children}
    </EveningFrame>
  );
}
