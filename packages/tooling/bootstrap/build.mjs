import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { quietly } from './progress.mjs';

/** In the order of their needs: a package imports only those before it. */
const folders = [
  'packages/i18n',
  'packages/domain',
  'packages/draw',
  'packages/seating',
  'packages/contracts',
  'packages/testing',
  'server',
  'packages/tooling',
  'client',
];

/** Builds the named packages and what they import (all when none are named), skipping those whose inputs are unchanged. */
export async function buildWhatChanged(root, step, names) {
  const common = createHash('sha256')
    .update(await readFile(join(root, 'tsconfig.base.json')))
    .update(await readFile(join(root, 'pnpm-lock.yaml')))
    .digest();
  const packages = new Map();
  for (const folder of folders) {
    const manifest = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));
    const uses = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter((one) =>
      packages.has(one),
    );
    const inputs = createHash('sha256').update(common);
    for (const one of uses) inputs.update(packages.get(one).inputs);
    await addFiles(inputs, join(root, folder));
    packages.set(manifest.name, {
      folder,
      uses,
      script: manifest.scripts.build,
      inputs: inputs.digest('hex'),
    });
  }
  for (const name of wanted(packages, names)) await build(root, step, name, packages.get(name));
}

function wanted(packages, names) {
  if (!names) return packages.keys();
  const all = new Set();
  const add = (name) => {
    for (const one of packages.get(name).uses) add(one);
    all.add(name);
  };
  for (const name of names) add(`@hillo/${name}`);
  return all;
}

async function build(root, step, name, { folder, script, inputs }) {
  const output = join(root, folder, 'dist');
  const stamp = join(output, '.inputs');
  if ((await readFile(stamp, 'utf8').catch(() => '')) === inputs) return;
  const bins = [join(root, 'node_modules', '.bin'), join(root, folder, 'node_modules', '.bin')];
  await step(`Building ${name}`, async () => {
    await rm(output, { recursive: true, force: true }); // no output may outlive its source
    await quietly(`Building ${name}`, 'sh', ['-c', script], {
      cwd: join(root, folder),
      env: { ...process.env, PATH: [...bins, process.env.PATH].join(delimiter) },
    });
  });
  await writeFile(stamp, inputs);
}

async function addFiles(hash, folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist'].includes(entry.name)) await addFiles(hash, path);
    } else if (!/\.test\.tsx?$|\.tsbuildinfo$/.test(entry.name)) {
      hash.update(`${entry.name}\0`).update(await readFile(path));
    }
  }
}
