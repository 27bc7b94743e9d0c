import { type ComponentType, lazy } from 'react';
import type * as screens from './screens-behind.js';

type Screens = typeof screens;

/** Fetches the screens that the first tap on the own page does not wait for; they are one file. */
export function fetchBehind(): Promise<Screens> {
  return import('./screens-behind.js');
}

export function behind(name: keyof Screens) {
  return lazy<ComponentType>(async () => ({ default: (await fetchBehind())[name] }));
}
