import type { Config } from '../config/index.js';
import { demonstrationLinks, type Link } from './links.js';
import { loadDemonstration, type Parts } from './load.js';

/** Loads the demonstration into an empty database and gives links into it. Never in production: there nothing is loaded. */
export async function openDemonstration(parts: Parts, config: Config): Promise<Link[]> {
  if (config.NODE_ENV === 'production' || config.DEMO !== 'auto') return [];
  await loadDemonstration(parts);
  return demonstrationLinks(parts, config);
}
