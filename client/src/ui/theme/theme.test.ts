import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('colours.css', import.meta.url), 'utf8');

type Tokens = Readonly<Record<string, string>>;
function tokensAfter(selector: string): Tokens[] {
  return css
    .split(selector)
    .slice(1)
    .map((rest) =>
      Object.fromEntries(
        [...(rest.split('}')[0] ?? '').matchAll(/(--[\w-]+): (#\w{6});/g)].map((m) => [m[1], m[2]]),
      ),
    );
}
const light = tokensAfter("[data-theme='light'] {");
const dark = [
  ...tokensAfter("[data-theme='dark'] {"),
  ...tokensAfter('@media (prefers-color-scheme: dark) {\n    :root {'),
];

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const grounds = ['paper', 'paper-raised', 'paper-sunk'];
const berries = ['blueberry', 'cloudberry', 'raspberry'];
const states = ['info', 'success', 'warning', 'error'];
const textPairs = [
  ...grounds.flatMap((ground) => ['ink', 'ink-soft', 'link', 'error-ink'].map((ink) => [ink, ground])),
  ...berries.flatMap((berry) => [
    [`on-${berry}`, berry],
    [`${berry}-ink`, `${berry}-tint`],
    [`${berry}-ink`, 'paper'],
    [`${berry}-ink`, 'paper-raised'],
    ['ink', `${berry}-tint`],
  ]),
  ...states.flatMap((state) => [
    [`${state}-ink`, `${state}-tint`],
    [`${state}-ink`, 'paper'],
    ['ink', `${state}-tint`],
  ]),
  ['on-action', 'action'],
  ['on-action', 'action-strong'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-strong'],
  ['action', 'paper'],
  ['action', 'paper-raised'],
  ['danger', 'paper'],
  ['paper', 'ink'],
] as [string, string][];
/** Borders that show where to press, and the ring of focus (WCAG 1.4.11). */
const shapePairs = [
  ...grounds.flatMap((ground) => ['line-strong', 'focus'].map((line) => [line, ground])),
  ...['blueberry', 'raspberry'].map((berry) => [berry, 'paper']),
  ...states.map((state) => [state, `${state}-tint`]),
] as [string, string][];
/** On the big screen a text is read from the back row (`quality.md` section 5: 7:1). */
const stagePairs = [
  ...['paper', 'paper-raised', ...berries.map((berry) => `${berry}-tint`)].map((ground) => ['ink', ground]),
  ...berries.flatMap((berry) => ['paper', 'paper-raised'].map((ground) => [`${berry}-ink`, ground])),
  ['on-blueberry', 'blueberry'],
  ['on-cloudberry', 'cloudberry'],
  ['on-raspberry', 'raspberry-ink'],
  ['paper', 'ink'],
] as [string, string][];

describe.each([
  ['light', light[0] ?? {}],
  ['dark', dark[0] ?? {}],
])('%s', (_theme, tokens) => {
  const ratio = ([one, other]: [string, string]): number =>
    contrast(tokens[`--${one}`] ?? '', tokens[`--${other}`] ?? '');

  it.each(textPairs)('%s on %s can be read', (...pair) => expect(ratio(pair)).toBeGreaterThanOrEqual(4.5));
  it.each(stagePairs)('%s on %s can be read from the back row', (...pair) =>
    expect(ratio(pair)).toBeGreaterThanOrEqual(7),
  );
  it.each(shapePairs)('%s on %s can be seen', (...pair) => expect(ratio(pair)).toBeGreaterThanOrEqual(3));
});

it('says each theme the same wherever it is written', () => {
  expect([light.length, dark.length]).toEqual([2, 2]);
  expect(light[1]).toEqual(light[0]);
  expect(dark[1]).toEqual(dark[0]);
  expect(Object.keys(dark[0] ?? {})).toEqual(Object.keys(light[0] ?? {}));
  expect(Object.keys(light[0] ?? {}).length).toBeGreaterThan(35);
});

it('computes the contrast that WCAG gives', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
