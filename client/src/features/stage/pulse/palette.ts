import { SIDE_JAMS, type Side } from '@hillo/domain/registration';

export interface Paint {
  readonly fill: string;
  readonly picture: string;
  readonly rim: string;
  /** What lines are drawn with. */
  readonly line: string;
}

/** The colours of this element as they are now: theme and contrast may change while the picture stands. */
export function paletteOf(element: Element): (side: Side | null) => Paint {
  const style = getComputedStyle(element);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const nobody = {
    fill: colour('paper-raised'),
    picture: colour('ink'),
    rim: colour('ink'),
    line: colour('ink'),
  };
  const paints = Object.fromEntries(
    Object.values(SIDE_JAMS).map((jam) => [
      jam,
      {
        fill: colour(jam),
        picture: colour(`on-${jam}`),
        rim: colour(`${jam}-ink`),
        line: colour(`${jam}-ink`),
      },
    ]),
  );
  return (side) => (side === null ? nobody : (paints[SIDE_JAMS[side]] ?? nobody));
}

/** Calls back when the theme or the wish for contrast changes. */
export function onNewColours(changed: () => void): () => void {
  const wishes = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map((wish) => matchMedia(wish));
  for (const wish of wishes) wish.addEventListener('change', changed);
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    subtree: true,
    attributes: true,
    attributeFilter: ['data-theme'],
  });
  return () => {
    for (const wish of wishes) wish.removeEventListener('change', changed);
    observer.disconnect();
  };
}
