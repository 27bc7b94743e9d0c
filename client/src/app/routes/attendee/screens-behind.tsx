import { ChooseSquare } from '../../../features/bingo/components/square/choose-square.js';
import { DrawCard } from '../../../features/draw/components/draw-card.js';
import { EncounterScreen } from '../../../features/encounters/screens/encounter-screen.js';

export { ScanScreen } from '../../../features/bingo/screens/scan-screen.js';
export { ContactsPage } from '../own-data/contacts-page.js';
export { OwnDrawScreen } from '../../../features/draw/screens/own-draw-screen.js';
export { MetPage } from './waiting/met-page.js';
export { WaitingMeetingPage } from './waiting/waiting-meeting-page.js';
export { WaitingPage } from './waiting/waiting-page.js';

export { PaperPage } from '../own-data/paper-page.js';
export { SuggestionsPage } from '../own-data/suggestions-page.js';

/** Somebody met, and the square of the card that they fill. */
export function MeetingScreen() {
  return (
    <EncounterScreen
      square={(registration, encounter) => (
        <ChooseSquare
          registration={registration}
          encounter={encounter}
          drawEntry={<DrawCard registration={registration} />}
        />
      )}
    />
  );
}
