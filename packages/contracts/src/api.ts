import { accountsApi } from './accounts.js';
import { bingoApi } from './bingo.js';
import { contactsApi } from './contacts.js';
import { doorApi } from './door.js';
import { drawApi } from './draw.js';
import { encountersApi } from './encounters.js';
import { eveningsApi } from './evenings.js';
import { healthApi } from './health.js';
import { registrationApi } from './registration.js';

/** Every route of the server. The client imports this as a type only, so zod stays out of its bundles. */
export const api = {
  ...healthApi,
  ...accountsApi,
  ...eveningsApi,
  ...registrationApi,
  ...doorApi,
  ...encountersApi,
  ...bingoApi,
  ...contactsApi,
  ...drawApi,
} as const;
export type HilloApi = typeof api;
