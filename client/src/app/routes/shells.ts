import type { Bundle } from '@hillo/i18n/load';
import { type ComponentType } from 'react';
import { matchPath } from '../../lib/router/match-path.js';

export interface ShellEntry {
  readonly path: string;
  readonly bundle: Bundle;
  /** Fetches the shell's routes; called again it gives the same promise. */
  readonly load: () => Promise<ComponentType>;
}

/** A shell for each audience, each a file and a bundle of texts of its own. The first that matches is shown. */
export const shells: readonly ShellEntry[] = [
  {
    path: '/dev/ui',
    bundle: 'gallery',
    load: once(async () => (await import('../gallery/gallery.js')).Gallery),
  },
  { path: '/door', bundle: 'door', load: once(loadDoor) },
  { path: '/door/:evening/*', bundle: 'door', load: once(loadDoor) },
  { path: '/c/:token', bundle: 'door', load: once(loadDoor) },
  { path: '/h/:token', bundle: 'door', load: once(loadDoor) },
  { path: '/stage/:evening', bundle: 'stage', load: once(loadStage) },
  { path: '/host/:evening/*', bundle: 'host', load: once(loadHost) },
  { path: '/me', bundle: 'attendee', load: once(loadAttendee) },
  { path: '/me/:registration/*', bundle: 'attendee', load: once(loadAttendee) },
  { path: '/p/:token', bundle: 'attendee', load: once(loadLink) },
  { path: '/b/:token', bundle: 'attendee', load: once(loadLink) },
  { path: '/m/:token', bundle: 'attendee', load: once(loadOwnData) },
  { path: '/email-confirmed', bundle: 'attendee', load: once(loadOwnData) },
  { path: '/erased', bundle: 'attendee', load: once(loadOwnData) },
  { path: '/v/:token', bundle: 'attendee', load: once(loadAssociation) },
  { path: '/associations/:evening', bundle: 'attendee', load: once(loadAssociation) },
  { path: '/organiser/*', bundle: 'organiser', load: once(loadOrganiser) },
  { path: '/sign-in', bundle: 'organiser', load: once(loadOrganiser) },
  { path: '/s/:token', bundle: 'organiser', load: once(loadOrganiser) },
  { path: '/i/:token', bundle: 'organiser', load: once(loadOrganiser) },
  { path: '*', bundle: 'public', load: once(async () => (await import('./public-routes.js')).PublicRoutes) },
];

async function loadDoor() {
  return (await import('./door-routes.js')).DoorRoutes;
}

async function loadAttendee() {
  return (await import('./attendee/attendee-routes.js')).AttendeeRoutes;
}

async function loadLink() {
  return (await import('./link-routes.js')).LinkRoutes;
}

async function loadOwnData() {
  return (await import('./own-data/own-data-routes.js')).OwnDataRoutes;
}

async function loadAssociation() {
  return (await import('./association-routes.js')).AssociationRoutes;
}

async function loadHost() {
  return (await import('./host/host-routes.js')).HostRoutes;
}

async function loadStage() {
  return (await import('./stage-routes.js')).StageRoutes;
}

async function loadOrganiser() {
  return (await import('./organiser-routes.js')).OrganiserRoutes;
}

export function shellOf(pathname: string): ShellEntry {
  const found = shells.find(({ path }) => matchPath(path, pathname));
  if (!found) throw new Error('the last shell takes every address');
  return found;
}

/** A failed fetch is forgotten, so that the next try fetches again. */
function once<Value>(fetch: () => Promise<Value>): () => Promise<Value> {
  let fetched: Promise<Value> | undefined;
  return () => {
    if (!fetched) {
      fetched = fetch();
      fetched.catch(() => (fetched = undefined));
    }
    return fetched;
  };
}
