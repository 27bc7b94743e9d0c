import { accountsApi } from './accounts.js';
import { affiliationsApi } from './affiliations.js';
import { bingoApi } from './bingo.js';
import { contactsApi } from './contacts.js';
import { crewApi } from './crew.js';
import { comingApi } from './coming.js';
import { demonstrationApi } from './demonstration.js';
import { doorApi } from './door.js';
import { drawApi } from './draw.js';
import { encountersApi } from './encounters.js';
import { eveningsApi } from './evenings.js';
import { healthApi } from './health.js';
import { membersApi } from './members.js';
import { ownDataApi } from './own-data.js';
import { passkeysApi } from './passkeys.js';
import { panelApi } from './panel.js';
import { paperApi } from './paper.js';
import { pulseApi } from './pulse.js';
import { registrationApi } from './registration.js';
import { reservesApi } from './reserves.js';
import { seatingApi } from './seating.js';
import { stageApi } from './stage.js';
import { stepUpApi } from './step-ups.js';
import { suggestionsApi } from './suggestions.js';

/** Every route of the server. The client imports this as a type only, so zod stays out of its bundles. */
export const api = {
  ...healthApi,
  ...accountsApi,
  ...membersApi,
  ...passkeysApi,
  ...stepUpApi,
  ...eveningsApi,
  ...crewApi,
  ...registrationApi,
  ...ownDataApi,
  ...comingApi,
  ...affiliationsApi,
  ...doorApi,
  ...reservesApi,
  ...encountersApi,
  ...pulseApi,
  ...bingoApi,
  ...paperApi,
  ...contactsApi,
  ...suggestionsApi,
  ...drawApi,
  ...seatingApi,
  ...panelApi,
  ...stageApi,
  ...demonstrationApi,
} as const;
export type HilloApi = typeof api;
