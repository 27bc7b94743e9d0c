import { type Release, SHELLS, type ShellName } from './release.js';

const PREFIX = 'hillo';

/** The address under which a shell's empty page is kept; each of its pages is that page. */
export const PAGES: Readonly<Record<ShellName, string>> = {
  attendee: '/me',
  door: '/door',
  stage: '/stage',
};

export function cacheName(version: string, shell: ShellName): string {
  return `${PREFIX} ${version} ${shell}`;
}

function parts(name: string): { version: string; shell: ShellName } | undefined {
  const [prefix, version = '', shell = ''] = name.split(' ');
  const known = SHELLS.find((one) => one === shell);
  return prefix === PREFIX && known ? { version, shell: known } : undefined;
}

/** Which shells this phone has used: the releases before kept them. */
export function shellsKept(names: readonly string[]): readonly ShellName[] {
  const kept = new Set(names.map((name) => parts(name)?.shell));
  return SHELLS.filter((shell) => kept.has(shell));
}

/**
 * Caches that no page needs any more: of all releases but this one and the one before it, whose pages may still be open
 * and fetch a part of it. `names` come oldest first.
 */
export function outdated(names: readonly string[], { version }: Release): readonly string[] {
  const versions = names.map((name) => parts(name)?.version);
  const before = versions.findLast((one) => one !== undefined && one !== version);
  return names.filter((name) => {
    const own = parts(name);
    return own !== undefined && own.version !== version && own.version !== before;
  });
}

export type Way =
  /** The shell's kept page, else the network: all its files are of one release. */
  | { readonly kind: 'shell'; readonly shell: ShellName }
  /** The network, else a kept page that says what is missing. */
  | { readonly kind: 'page' }
  /** A file that is the same as long as this release is. */
  | { readonly kind: 'file' }
  /** Not ours to answer: reads, writes and sockets go as they are. */
  | { readonly kind: 'pass' };

const OF_SERVER = /^\/(?:api|socket\.io|dev|verify)(?:\/|$)/;

/** How a request is answered. Nothing of anybody's data is in these caches. */
export function wayOf(method: string, url: URL, origin: string, isNavigation: boolean): Way {
  if (method !== 'GET' || url.origin !== origin || OF_SERVER.test(url.pathname)) return { kind: 'pass' };
  if (!isNavigation) return { kind: /^\/(?:assets\/|icon\.svg$)/.test(url.pathname) ? 'file' : 'pass' };
  const shell = SHELLS.find(
    (one) => url.pathname === PAGES[one] || url.pathname.startsWith(`${PAGES[one]}/`),
  );
  return shell ? { kind: 'shell', shell } : { kind: 'page' };
}

/** The server answers unknown files with its page: such an answer is no file of ours. */
export function isWanted(path: string, ok: boolean, contentType: string): boolean {
  const isPage = Object.values(PAGES).includes(path);
  return ok && contentType.startsWith('text/html') === isPage;
}
