import './ui/theme/layers.css';
import './ui/theme/colours.css';
import './ui/theme/sizes.css';
import './ui/theme/base.css';
import './ui/theme/print.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.js';
import { shellOf } from './app/routes/shells.js';
import { readBootWords } from './app/shell/boot-words.js';
import { currentLocale, showLocale } from './lib/texts/locale.js';
import { fetchBundle } from './lib/texts/texts.js';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has #root');
const bootWords = readBootWords();
const shell = shellOf(location.pathname);
const locale = currentLocale();
showLocale(locale);
// Both at once, and before the first drawing: what the server wrote into the page stays until we can replace it.
// A failure is met again while drawing, and told there.
await Promise.allSettled([shell.load(), fetchBundle(locale, shell.bundle)]);
createRoot(root).render(<App bootWords={bootWords} />);
