import { useText } from '../../../../lib/texts/texts.js';
import { Disclosure } from '../../../../ui/layout/disclosure.js';
import type { OwnPage } from '../../api.js';
import { CancelOwn } from './cancel-own.js';
import { OwnCompany } from './own-company.js';
import { OwnDetails, OwnSharing } from './own-details.js';
import { OwnDevices } from './own-devices.js';
import { OwnNeeds } from './own-needs.js';

/** Everything that a person may change; fetched after the page itself, so that the page is there sooner. */
export function OwnSettings({ page }: { page: OwnPage }) {
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
        <Disclosure summary={text('personalPage.devices.title')}>
          <OwnDevices registration={id} />
        </Disclosure>
      </div>
      {mayChange && checkedInAt === null ? <CancelOwn registration={id} /> : null}
    </>
  );
}
