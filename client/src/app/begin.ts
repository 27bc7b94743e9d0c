import { currentLocale } from '../lib/texts/locale.js';
import { fetchBundle } from '../lib/texts/bundles.js';
import { shellOf } from './routes/shells.js';

const shell = shellOf(location.pathname);
export const locale = currentLocale();

/**
 * Begins to fetch the shell of this address and its texts. What this imports is a file of its own that is read first
 * (vite.config.ts), so that nothing waits for React to be there. A failure is met again while drawing, and told there.
 */
export const begun = Promise.allSettled([shell.load(), fetchBundle(locale, shell.bundle)]);
