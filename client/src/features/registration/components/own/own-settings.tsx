import { type ReactNode, Suspense, useState } from 'react';
import { useText } from '../../../../lib/texts/texts.js';
import { Spinner } from '../../../../ui/feedback/spinner.js';
import { Disclosure } from '../../../../ui/layout/disclosure.js';
import type { OwnPage } from '../../api.js';
import { CancelOwn } from './cancel-own.js';
import { OwnCompany } from './own-company.js';
import { OwnDetails, OwnSharing } from './own-details.js';
import { OwnDevices } from './own-devices.js';
import { OwnNeeds } from './own-needs.js';

/** Parts of the own data that are changed behind a mailed code. */
export type OwnDataPartName = 'email' | 'erasure';
export type OwnDataSlot = (part: OwnDataPartName, page: OwnPage) => ReactNode;

/** Everything that a person may change; fetched after the page itself, so that the page is there sooner. */
export function OwnSettings({ page, ownData }: { page: OwnPage; ownData: OwnDataSlot }) {
  const text = useText();
  const { id, state, kind, checkedInAt } = page.registration;
  const mayChange = state !== 'cancelled' && page.evening.state !== 'cancelled';
  return (
    <>
      <div>
        {mayChange && kind === 'person' ? (
          <Disclosure summary={text('personalPage.company.title')} open={page.companions.length > 0}>
            <OwnCompany page={page} />
          </Disclosure>
        ) : null}
        {mayChange ? (
          <>
            <Disclosure summary={text('personalPage.sharing.title')}>
              <OwnSharing page={page} />
            </Disclosure>
            <Disclosure summary={text('personalPage.edit.title')}>
              <OwnDetails page={page} />
            </Disclosure>
            <Disclosure summary={text('personalPage.needs.title')}>
              <OwnNeeds page={page} />
            </Disclosure>
          </>
        ) : null}
        {kind === 'child' ? null : (
          <Folded summary={text('personalPage.email.title')}>{ownData('email', page)}</Folded>
        )}
        <Disclosure summary={text('personalPage.devices.title')}>
          <OwnDevices registration={id} />
        </Disclosure>
        <Folded summary={text('personalPage.erasure.title')}>{ownData('erasure', page)}</Folded>
      </div>
      {mayChange && checkedInAt === null ? <CancelOwn registration={id} /> : null}
    </>
  );
}

/** What few people open is fetched when they do. */
function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  const text = useText();
  const [wasOpened, setOpened] = useState(false);
  return (
    <Disclosure summary={summary} onOpen={() => setOpened(true)}>
      {wasOpened ? (
        <Suspense fallback={<Spinner words={text('personalPage.loading')} />}>{children}</Suspense>
      ) : null}
    </Disclosure>
  );
}
