import { createElement, use } from 'react';
import { useLocation } from '../../lib/router/router.js';
import { TextsProvider } from '../../lib/texts/texts.js';
import { shellOf } from './shells.js';

/** The shell of this address with its texts. Suspends until both are there. */
export function AppRoutes() {
  const { pathname } = useLocation();
  const shell = shellOf(pathname);
  const routes = createElement(use(shell.load()));
  return <TextsProvider bundle={shell.bundle}>{routes}</TextsProvider>;
}
