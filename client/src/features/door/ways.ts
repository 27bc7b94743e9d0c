/** The three ways to find who stands at the door. */
export const WAYS = ['scan', 'name', 'code'] as const;
export type Way = (typeof WAYS)[number];

/** Cameras need a secure page; without one the name is the quickest way. */
export const firstWay = (): Way => (window.isSecureContext ? 'scan' : 'name');
