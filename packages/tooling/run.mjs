#!/usr/bin/env node
// The door of every root command. Runs before anything is installed, so: plain JavaScript, Node built-ins only.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../..');

// Which packages a command needs built; undefined means all of them.
const commands = {
  start: { packages: ['server', 'client', 'tooling'] },
  dev: { packages: ['server', 'tooling'] },
  test: {},
  check: { packages: ['i18n', 'tooling'] },
  build: {},
  bench: {},
  invite: { packages: ['server'], script: 'server/dist/invite.js' },
  backup: { packages: ['server', 'tooling'], script: 'server/dist/backup/backup.js', onDatabase: true },
  restore: { packages: ['server', 'tooling'], script: 'server/dist/backup/restore.js', onDatabase: true },
  invariants: {
    packages: ['server', 'tooling'],
    script: 'server/dist/invariants/invariants.js',
    onDatabase: true,
  },
  simulate: { packages: ['testing'], script: 'packages/testing/dist/simulate/command.js' },
  seating: { packages: ['seating'], script: 'packages/seating/dist/seating-cli.js' },
  'verify-draw': { packages: ['draw'], script: 'packages/draw/dist/verify-cli.js' },
};

const [name = '', ...args] = process.argv.slice(2);
try {
  process.exitCode = await run(name, args);
} catch (error) {
  console.error(error?.name === 'Failure' ? error.message : error);
  if (name === 'test') console.log('0 passed, 1 failed, 0 skipped'); // what does not build has failed too
  process.exitCode = 1;
}

async function run(name, args) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    return refuse(`Hillo needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  }
  const command = commands[name];
  if (!command) return refuse(`Choose one of: ${Object.keys(commands).join(', ')}.`);

  const { step } = await import('./bootstrap/progress.mjs');
  const { installWhatIsMissing } = await import('./bootstrap/install.mjs');
  const { buildWhatChanged } = await import('./bootstrap/build.mjs');
  await installWhatIsMissing(root, step);
  await buildWhatChanged(root, step, command.packages);

  if (name === 'build') return 0;
  if (command.onDatabase) {
    const { forwardOnDatabase } = await load('on-database');
    return forwardOnDatabase((env) => forward(resolve(root, command.script), args, env), { step });
  }
  if (command.script) return forward(resolve(root, command.script), args);
  const module = await load(name);
  return module.run(args, { step });
}

function load(name) {
  return import(pathToFileURL(resolve(here, 'dist', `${name}.js`)).href);
}

function refuse(sentence) {
  console.error(sentence);
  return 1;
}

/** Runs a script in the folder where the person called npm, so that relative paths mean what they look like. */
function forward(script, args, env = process.env) {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env,
    stdio: 'inherit',
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}
