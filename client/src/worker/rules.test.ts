import { describe, expect, it } from 'vitest';
import { cacheName, isWanted, outdated, shellsKept, wayOf } from './rules.js';

const origin = 'https://hillo.example';
const way = (path: string, isNavigation = false, method = 'GET') =>
  wayOf(method, new URL(path, origin), origin, isNavigation);

describe('wayOf', () => {
  it.each([
    ['/me', true, { kind: 'shell', shell: 'attendee' }],
    ['/me/7/met/8', true, { kind: 'shell', shell: 'attendee' }],
    ['/door/7', true, { kind: 'shell', shell: 'door' }],
    ['/stage/7', true, { kind: 'shell', shell: 'stage' }],
    ['/meet', true, { kind: 'page' }],
    ['/', true, { kind: 'page' }],
    ['/b/TOKEN', true, { kind: 'page' }],
    ['/api/evenings/7/badges.pdf', true, { kind: 'pass' }],
    ['/verify', true, { kind: 'pass' }],
    ['/assets/own-1.js', false, { kind: 'file' }],
    ['/icon.svg', false, { kind: 'file' }],
    ['/attendee.webmanifest', false, { kind: 'pass' }],
    ['/api/session', false, { kind: 'pass' }],
    ['https://elsewhere.example/assets/own-1.js', false, { kind: 'pass' }],
  ] as const)('%s (page: %s)', (path, isNavigation, expected) => {
    expect(way(path, isNavigation)).toEqual(expected);
  });

  it('never answers a write', () => {
    expect(way('/me/7', true, 'POST')).toEqual({ kind: 'pass' });
  });
});

describe('the caches', () => {
  const names = ['1', '2', '3'].map((version) => cacheName(version, 'attendee'));
  const release = { version: '3', files: { attendee: [], door: [], stage: [] } };

  it('of the release before stay, for its pages may be open; older ones go, others’ are not touched', () => {
    expect(outdated([...names, 'another'], release)).toEqual([names[0]]);
    expect(outdated(names.slice(2), release)).toEqual([]);
  });

  it('tell which shells the phone has used', () => {
    expect(shellsKept([...names, 'another'])).toEqual(['attendee']);
    expect(shellsKept([cacheName('1', 'door'), ...names])).toEqual(['attendee', 'door']);
    expect(shellsKept([])).toEqual([]);
  });

  it('take no page for a file that the server does not have any more, and no failure', () => {
    expect(isWanted('/assets/own-1.js', true, 'text/html; charset=utf-8')).toBe(false);
    expect(isWanted('/assets/own-1.js', true, 'text/javascript')).toBe(true);
    expect(isWanted('/me', true, 'text/html; charset=utf-8')).toBe(true);
    expect(isWanted('/me', false, 'text/html')).toBe(false);
  });
});
