import { useState } from 'react';

type Theme = 'light' | 'dark';
const KEY = 'hillo.stage.theme';

/** The system's choice until somebody turns it: a dark hall wants another picture than a bright one. Stays through reloads. */
export function useTheme(): [theme: Theme | undefined, turn: () => void] {
  const [theme, setTheme] = useState(stored);
  const turn = () =>
    setTheme((before) => {
      const isDark = (before ?? systems()) === 'dark';
      const chosen = isDark ? 'light' : 'dark';
      store(chosen);
      return chosen;
    });
  return [theme, turn];
}

const systems = (): Theme => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

function stored(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : undefined;
  } catch {
    return undefined;
  }
}

function store(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    return;
  }
}
