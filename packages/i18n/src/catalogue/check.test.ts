import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { checkCatalogue } from './check.js';
import { declareKeys } from './declare.js';
import { readCatalogue } from './read.js';

const roots: string[] = [];
afterEach(() => roots.splice(0).forEach((root) => rmSync(root, { recursive: true })));

function catalogueOf(files: Record<string, unknown>): string {
  const root = mkdtempSync(join(tmpdir(), 'texts-'));
  roots.push(root);
  for (const locale of ['fi', 'sv', 'en', 'fi-selko']) mkdirSync(join(root, locale));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return root;
}

/** A complete catalogue of one text that an attendee reads, in which a test spoils one file. */
function faultsWith(spoiled: Record<string, unknown>): readonly string[] {
  const text = { hello: 'Hei {name}, <link>lue</link>: {count, plural, one {# arpa} other {# arpaa}}' };
  const files = {
    'nouns.json': { door: { readers: ['door'] }, office: { readers: ['organiser'] } },
    ...Object.fromEntries(['fi', 'sv', 'en', 'fi-selko'].map((locale) => [`${locale}/door.json`, text])),
  };
  return checkCatalogue(readCatalogue(catalogueOf({ ...files, ...spoiled }))).faults;
}

describe('the check of texts', () => {
  it('accepts our own', () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    expect(checkCatalogue(readCatalogue(root)).faults).toEqual([]);
  });

  it('accepts a complete catalogue, and an organiser’s noun without easy Finnish', () => {
    const office = { list: 'Luettelo' };
    expect(faultsWith({})).toEqual([]);
    expect(
      faultsWith({ 'fi/office.json': office, 'sv/office.json': office, 'en/office.json': office }),
    ).toEqual([]);
  });

  it.each([
    ['a missing key', { 'sv/door.json': {} }, 'sv door.hello: missing'],
    ['missing easy Finnish', { 'fi-selko/door.json': {} }, 'fi-selko door.hello: missing'],
    [
      'a missing translation for organisers',
      { 'fi/office.json': { list: 'Luettelo' } },
      'en office.list: missing',
    ],
    ['an extra key', { 'en/office.json': { bye: 'Bye' } }, 'en office.bye: not in fi'],
    [
      'other placeholders',
      { 'en/door.json': { hello: '<link>Hi</link> {nmae} {count}' } },
      'en door.hello: placeholders',
    ],
    ['another tag', { 'en/door.json': { hello: 'Hi {name} {count}' } }, 'en door.hello: tags'],
    [
      'a tag left open',
      { 'en/door.json': { hello: '<link>Hi {name} {count}' } },
      'en door.hello: a <tag> is not closed',
    ],
    ['a broken text', { 'en/door.json': { hello: 'Hi {name' } }, 'en door.hello: '],
    ['a plural without other', { 'en/door.json': { hello: '{count, plural, one {x}}' } }, 'en door.hello: '],
    ['a date', { 'en/door.json': { hello: '{name, date}' } }, 'en door.hello: {name, date} is not used here'],
    ['an empty text', { 'en/door.json': { hello: ' ' } }, 'en/door.json: door.hello has to be a text'],
    ['a list', { 'en/door.json': { hello: ['x'] } }, 'en/door.json: door.hello has to be a text'],
    ['a noun nobody declared', { 'fi/gone.json': {} }, 'fi/gone.json: declare the noun'],
    ['a file that is no JSON', { 'fi/door.json': '{' }, 'fi/door.json: '],
  ])('refuses %s', (_what, spoiled, fault) => {
    expect(faultsWith(spoiled)).toContainEqual(expect.stringContaining(fault));
  });
});

it('declares placeholders with the strictest type that any locale needs', () => {
  const files = {
    'nouns.json': { door: { readers: ['organiser'] } },
    'fi/door.json': { a: 'Hei {who}, {count}', b: 'Moi' },
    'sv/door.json': { a: '{who, select, her {Hon} other {De}} {count, plural, other {#}}', b: 'Hej' },
    'en/door.json': { a: '{who} {count}', b: 'Hi' },
  };
  const declared = declareKeys(checkCatalogue(readCatalogue(catalogueOf(files))));
  expect(declared).toContain('"door.a": { "who": "her" | (string & {}); "count": number };');
  expect(declared).toContain('"door.b": undefined;');
});
