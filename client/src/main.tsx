import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { begun, locale } from './app/begin.js';
import { readBootWords } from './app/shell/boot-words.js';
import { showLocale } from './lib/texts/locale.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has #root');
const bootWords = readBootWords();
showLocale(locale);
// Before the first drawing: what the server wrote into the page stays until we can replace it.
await begun;
createRoot(root).render(<App bootWords={bootWords} />);
