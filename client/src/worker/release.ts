/** Those whose pages open without network. */
export const SHELLS = ['attendee', 'door', 'stage'] as const;
export type ShellName = (typeof SHELLS)[number];

/** What the build writes before the worker's own text (client/vite/shells.ts). */
export interface Release {
  /** Another for every build whose files differ. */
  readonly version: string;
  readonly files: Readonly<Record<ShellName, readonly string[]>>;
}

/** What a page says to the worker: keep this shell's files from now on; take over from the release before. */
export type WorkerMessage =
  { readonly kind: 'keep'; readonly shell: ShellName } | { readonly kind: 'take-over' };
