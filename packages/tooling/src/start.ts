import { join } from 'node:path';
import { projectRoot, type CommandContext } from './command.js';
import { openDatabase } from './start/database.js';
import { localKeys } from './start/keys.js';
import { requireFreePort } from './start/ports.js';
import { startServer } from './start/server-process.js';
import { readSettings, type Settings } from './start/settings.js';
import { untilTold } from './start/until-told.js';
import { openLan, type Lan } from './lan/index.js';

const serverEntry = join(projectRoot, 'server/dist/main.js');

/** `npm start`: the database, the server, and where to go; until somebody ends it. */
export async function run(args: string[], { step }: CommandContext): Promise<number> {
  const settings = readSettings(args, process.env);
  const end = untilTold();
  const closing: (() => Promise<void>)[] = [];
  try {
    await requireFreePort(settings.port, settings.host, ', or choose another one with PORT');
    const keys = settings.production ? {} : localKeys(settings.dataDir, process.env);
    const lan = settings.lan ? await openLan(settings) : undefined;
    if (lan) closing.push(() => lan.close());
    const database = await step('Starting the database', () =>
      openDatabase(settings.databaseUrl, settings.dataDir),
    );
    closing.push(() => database.stop());
    if (end.signal.aborted) return 0;
    const server = await step('Starting Hillo', () =>
      startServer(
        serverEntry,
        { ...process.env, ...keys, ...environmentOf(settings, database.url, lan) },
        end.signal,
      ),
    );
    closing.push(() => server.stop());

    console.log(`\nHillo is ready: ${server.report.url}`);
    for (const { label, url } of server.report.links) console.log(`  ${label}: ${url}`);
    if (lan) console.log(await lan.invitation(server.report.url));
    console.log('Ctrl-C ends it.');
    const reason = await Promise.race([end.told.then(() => 'told' as const), server.ended]);
    if (reason === 'told') return 0;
    console.error(`The server ended by itself (code ${reason}).`);
    return 1;
  } catch (error) {
    if (end.signal.aborted) return 0; // what was interrupted has nothing to complain about
    throw error;
  } finally {
    for (const close of closing.reverse()) await close();
    end.forget();
  }
}

/** In production nothing is filled in that the operator must decide. */
function environmentOf(
  settings: Settings,
  databaseUrl: string,
  lan: Lan | undefined,
): Record<string, string> {
  const { port, host, production, empty } = settings;
  const publicUrl =
    settings.publicUrl ?? lan?.publicUrl ?? (production ? undefined : `http://localhost:${port}`);
  return {
    PORT: String(port),
    HOST: host,
    DATABASE_URL: databaseUrl,
    DEMO: production || empty ? 'none' : 'auto',
    ...(publicUrl === undefined ? {} : { PUBLIC_URL: publicUrl }),
    ...(lan ? { TLS_CERT_FILE: lan.certFile, TLS_KEY_FILE: lan.keyFile } : {}),
  };
}
