const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const PARENT_CHECK_MS = 500;

export interface EndSignal {
  /** Aborted when somebody wants us to end. */
  signal: AbortSignal;
  told: Promise<void>;
  forget(): void;
}

/**
 * Listens for the wish that we end: a signal, or the parent is gone. npm does not pass SIGTERM on, and a killed npm
 * (or its shell) leaves us behind with another parent.
 */
export function untilTold(): EndSignal {
  const parent = process.ppid;
  const controller = new AbortController();
  const tell = () => controller.abort();
  for (const signal of SIGNALS) process.on(signal, tell);
  const check = setInterval(() => process.ppid !== parent && tell(), PARENT_CHECK_MS);
  return {
    signal: controller.signal,
    told: new Promise((resolve) => controller.signal.addEventListener('abort', () => resolve())),
    forget() {
      clearInterval(check);
      for (const signal of SIGNALS) process.off(signal, tell);
    },
  };
}
