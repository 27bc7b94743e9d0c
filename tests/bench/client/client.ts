import type { Figure } from '../figures.js';
import { startServer } from '../ground/child.js';
import type { Databases } from '../ground/databases.js';
import { measureFirstLoads, openOwnPage } from './attendee.js';
import { measureLighthouse } from './lighthouse.js';

/** What the attendee's page weighs and how it fares on a phone. */
export async function measureClient(databases: Databases): Promise<Figure[]> {
  const database = await databases.empty();
  const own = await openOwnPage(database);
  const server = await startServer(database);
  try {
    return [...(await measureFirstLoads(server, own)), ...(await measureLighthouse(server, own))];
  } finally {
    await server.stop();
  }
}
