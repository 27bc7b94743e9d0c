// Compiles the texts of src/<locale>/ into dist/. Stops with the list of faults, and writes nothing, if one is found.
import { fileURLToPath } from 'node:url';
import { checkCatalogue } from './dist/catalogue/check.js';
import { readCatalogue } from './dist/catalogue/read.js';
import { writeCatalogue } from './dist/catalogue/write.js';

const catalogue = readCatalogue(fileURLToPath(new URL('src', import.meta.url)));
const checked = checkCatalogue(catalogue);
if (checked.faults.length > 0) {
  console.error(['Texts are not complete:', ...checked.faults].join('\n  '));
  process.exit(1);
}
writeCatalogue(catalogue, checked, fileURLToPath(new URL('dist', import.meta.url)));
