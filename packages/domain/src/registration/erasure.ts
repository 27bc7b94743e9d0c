/** What {@link goesWithErasure} looks at. */
export interface ErasedCompanion {
  readonly kind: 'person' | 'support' | 'child';
  /** When the companion's own page was first opened. */
  readonly openedAt: Date | null;
}

/**
 * Whether a companion's data goes when the person who brought them has the own data erased: a child's always, a support person's
 * unless they use a page of their own, for then it is theirs to erase (GDPR article 17, product rule 6).
 */
export function goesWithErasure({ kind, openedAt }: ErasedCompanion): boolean {
  return kind === 'child' || (kind === 'support' && openedAt === null);
}
