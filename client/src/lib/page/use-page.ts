import { useEffect } from 'react';
import { useLocation } from '../router/router.js';
import { useText } from '../texts/texts.js';

/** Where the reader was last; the page that was opened first keeps the focus where the browser put it. */
let lastPlace: string | undefined;

/**
 * Every screen calls this with its title: the window is named by it, and after a navigation the focus goes to the
 * page's h1, so that it is read and Tab goes on from there. A new search in the same page moves nothing.
 */
export function usePage(title: string): void {
  const text = useText();
  const { pathname, hash } = useLocation();
  useEffect(() => {
    document.title = text('app.pageTitle', { page: title });
  }, [text, title]);
  useEffect(() => {
    const place = pathname + hash;
    if (lastPlace !== undefined && lastPlace !== place) arrive(hash);
    lastPlace = place;
  }, [pathname, hash]);
}

function arrive(hash: string): void {
  const target = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  if (target) {
    target.scrollIntoView();
    return;
  }
  window.scrollTo(0, 0);
  document.querySelector('h1')?.focus({ preventScroll: true });
}
