import { createContext, useContext } from 'react';
import type { DoorSnapshot } from './api.js';
import type { Entry } from '../../lib/offline/outbox/entry.js';
import type { DoorActs } from './door-acts.js';
import type { Way } from './ways.js';

interface Door {
  readonly evening: string;
  readonly snapshot: DoorSnapshot;
  /** What waits or was refused on this phone; `snapshot` shows what waits as done. */
  readonly entries: readonly Entry[];
  readonly away: boolean;
  readonly acts: DoorActs;
  /** Kept while other screens of the door are visited. */
  readonly way: Way;
  readonly setWay: (way: Way) => void;
}

export const DoorContext = createContext<Door | undefined>(undefined);

/** The door that this phone holds: its people and what was done last. */
export function useThisDoor(): Door {
  const door = useContext(DoorContext);
  if (!door) throw new Error('screens of the door stand inside a DoorFrame');
  return door;
}
