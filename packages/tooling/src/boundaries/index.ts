import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../command.js';
import { boundariesOf } from './violations.js';

const folders = ['packages', 'server', 'client', 'tests'].filter((folder) =>
  existsSync(join(projectRoot, folder)),
);

const { files, violations } = await boundariesOf(projectRoot, folders);
for (const { rule, from, to } of violations) console.log(`${rule}: ${from} -> ${to}`);
if (files === 0) console.log('No file was looked at.');
process.exitCode = violations.length > 0 || files === 0 ? 1 : 0;
