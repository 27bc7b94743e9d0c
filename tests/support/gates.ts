/** A place where transactions wait for each other, so that a race happens the same way every time. */
export interface Gate {
  readonly opened: Promise<void>;
  readonly open: () => void;
}

export function gate(): Gate {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** Everybody goes on when the last one of so many has come; who comes later is not held. */
export function barrier(parties: number): () => Promise<void> {
  const { opened, open } = gate();
  let arrived = 0;
  return () => {
    arrived += 1;
    if (arrived === parties) open();
    return opened;
  };
}
