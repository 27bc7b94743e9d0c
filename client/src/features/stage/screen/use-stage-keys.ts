import { useEffect, useEffectEvent } from 'react';

export interface StageActs {
  readonly next: () => void;
  readonly back: () => void;
  readonly fullscreen: () => void;
  readonly black: () => void;
  readonly still: () => void;
  readonly help: () => void;
  readonly theme: () => void;
  readonly language: () => void;
}

/** Arrows, and the page keys that clickers send; letters for the rest. */
const KEYS: Readonly<Record<string, keyof StageActs>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  f: 'fullscreen',
  b: 'black',
  '.': 'black',
  p: 'still',
  h: 'help',
  '?': 'help',
  d: 'theme',
  l: 'language',
};

/** While the screen is black every key gives the picture back, and does nothing else. */
export function useStageKeys(acts: StageActs, isBlack: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    // A button that has the focus is pressed by the space bar, as everywhere.
    const isOnButton = event.key === ' ' && event.target instanceof HTMLButtonElement;
    if (act === undefined || (isOnButton && !isBlack)) return;
    event.preventDefault();
    acts[isBlack ? 'black' : act]();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
