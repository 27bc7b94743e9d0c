import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BUILT = fileURLToPath(new URL('../../client/dist', import.meta.url));

/**
 * The built client as a release before this one: its worker says another version, and the file of the screens behind the own
 * page has another name, which this release's server does not know. Gives its folder.
 */
export async function releaseBefore(): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'hillo-release-'));
  await cp(BUILT, folder, { recursive: true });
  const files = (await readdir(folder, { recursive: true })).filter((name) =>
    /\.(?:js|html|br|gz)$/.test(name),
  );
  const screens = files.find((name) => /screens-behind-[\w-]+\.js$/.test(name)) ?? '';
  const hash = /screens-behind-([\w-]+)\.js$/.exec(screens)?.[1] ?? '';
  if (hash === '') throw new Error('the build has no file of screens behind the own page');
  const renamed = (text: string) => text.replaceAll(`screens-behind-${hash}.js`, 'screens-behind-before.js');
  for (const name of files) {
    const path = join(folder, name);
    // Packed copies would still be those of this release.
    if (/\.(?:br|gz)$/.test(name)) await rm(path);
    else await writeFile(path, renamed(await readFile(path, 'utf8')));
  }
  await rename(join(folder, screens), join(folder, renamed(screens)));
  const worker = join(folder, 'sw.js');
  await writeFile(worker, (await readFile(worker, 'utf8')).replace(/"version":"\w+"/, '"version":"before"'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
