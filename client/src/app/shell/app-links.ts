interface Click {
  readonly defaultPrevented: boolean;
  readonly button: number;
  readonly metaKey: boolean;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}

/** Addresses that the server answers by itself. */
const SERVER_PATHS = ['/api/', '/dev/mail', '/verify'];

/**
 * Where a click on a link leads inside the application, or undefined when the browser is to follow it: another tab,
 * a download, another site, a place on the same page.
 */
export function destinationOf(click: Click, here: URL): string | undefined {
  if (click.defaultPrevented || click.button !== 0) return undefined;
  if (click.metaKey || click.ctrlKey || click.shiftKey || click.altKey) return undefined;
  const link = click.target instanceof Element ? click.target.closest('a') : null;
  if (!link?.getAttribute('href') || link.target || link.hasAttribute('download')) return undefined;
  const there = new URL(link.href, here);
  if (there.origin !== here.origin || SERVER_PATHS.some((path) => there.pathname.startsWith(path)))
    return undefined;
  if (there.hash && there.pathname === here.pathname && there.search === here.search) return undefined;
  return there.pathname + there.search + there.hash;
}
