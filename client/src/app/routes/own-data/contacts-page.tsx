import { StepUpProvider } from '../../../features/accounts/step-up/step-up-provider.js';
import { ContactsScreen } from '../../../features/contacts/screens/contacts-screen.js';

/** The contact sheet, whose files a mailed code comes before. */
export function ContactsPage() {
  return (
    <StepUpProvider>
      <ContactsScreen />
    </StepUpProvider>
  );
}
