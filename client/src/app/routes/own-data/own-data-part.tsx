import { StepUpProvider } from '../../../features/accounts/step-up/step-up-provider.js';
import type { OwnPage } from '../../../features/registration/api.js';
import { EraseOwn } from '../../../features/registration/components/own/erase-own.js';
import { OwnEmail } from '../../../features/registration/components/own/own-email.js';
import type { OwnDataPartName } from '../../../features/registration/components/own/own-settings.js';

/** What of the own data is changed behind a mailed code; fetched when its fold is opened. */
export function OwnDataPart({ part, page }: { part: OwnDataPartName; page: OwnPage }) {
  return (
    <StepUpProvider>
      {part === 'email' ? <OwnEmail page={page} /> : <EraseOwn registration={page.registration.id} />}
    </StepUpProvider>
  );
}
