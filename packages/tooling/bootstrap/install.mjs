import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quietly } from './progress.mjs';

/** Installs the packages of the lockfile, unless they already are there for this lockfile and this Node. */
export async function installWhatIsMissing(root, step) {
  const stamp = join(root, 'node_modules', '.hillo-installed');
  const wanted = createHash('sha256')
    .update(await readFile(join(root, 'pnpm-lock.yaml')))
    .update(await readFile(join(root, 'pnpm-workspace.yaml')))
    .update(process.version)
    .digest('hex');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;

  const { packageManager } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  await step('Installing packages', () =>
    quietly('Installing packages', 'npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], {
      cwd: root,
      // Without it pnpm would ask before it replaces a folder made by another version.
      env: { ...process.env, CI: 'true' },
    }),
  );
  await mkdir(join(root, 'node_modules'), { recursive: true });
  await writeFile(stamp, wanted);
}
