import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../texts/texts.js';

/**
 * Every screen calls this with its title: the window is named by it, and after a navigation the focus goes to the
 * page's h1, so that it is read and Tab goes on from there.
 */
export function usePage(title: string): void {
  const text = useText();
  const { pathname, hash, key } = useLocation();
  useEffect(() => {
    document.title = text('app.pageTitle', { page: title });
  }, [text, title]);
  useEffect(() => {
    // The page that was opened first keeps the focus where the browser put it.
    if (key === 'default') return;
    const target = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
    if (target) {
      target.scrollIntoView();
      return;
    }
    window.scrollTo(0, 0);
    document.querySelector('h1')?.focus({ preventScroll: true });
    // Only another page moves the focus; a new search in the same one does not.
  }, [pathname, hash]);
}
