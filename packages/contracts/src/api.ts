import { accountsApi } from './accounts.js';
import { doorApi } from './door.js';
import { healthApi } from './health.js';

/** Every route of the server. The client imports this as a type only, so zod stays out of its bundles. */
export const api = { ...healthApi, ...accountsApi, ...doorApi } as const;
export type HilloApi = typeof api;
