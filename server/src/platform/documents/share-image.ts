import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import { initWasm, Resvg } from '@resvg/resvg-wasm';

import { fontBytes } from './fonts.js';
import { fit, type FittedText } from './text-fit.js';

export interface ShareImage {
  title: string;
  dateLine: string;
  placeLine: string;
  organiserLine: string;
}

export const SHARE_IMAGE_SIZE = { width: 1200, height: 630 } as const;

const PAPER = '#fdf6e9';
const INK = '#2c2118';
const QUIET_INK = '#5b4636';
const LEFT = 80;
const TEXT_WIDTH = 730;

/** The stripe of jam along the lower edge, on which the jars stand. */
const SHELF = 606;
const JAR_HEIGHT = 196;

/** Three jars of jam: blueberry, cloudberry, raspberry. Each is a lid, a glass and what is in it. */
const JARS = [
  { x: 834, scale: 0.78, jam: '#3b4a8c', lid: '#26305e' },
  { x: 946, scale: 1.12, jam: '#e08a1e', lid: '#a55f0c' },
  { x: 1102, scale: 0.62, jam: '#b3264a', lid: '#7c1631' },
] as const;

function jar({ x, scale, jam, lid }: (typeof JARS)[number]): string {
  return (
    `<g transform="translate(${x} ${SHELF - JAR_HEIGHT * scale}) scale(${scale})">` +
    `<path fill="#fffdf8" stroke="#d9c7a8" stroke-width="3" d="M22 34h92c0 14 18 18 18 40v96c0 16-10 26-26 26H30c-16 0-26-10-26-26V74c0-22 18-26 18-40z"/>` +
    `<path fill="${jam}" d="M14 92c18-12 34 10 54 0s38-8 54 2v74c0 12-6 18-18 18H32c-12 0-18-6-18-18z"/>` +
    `<path fill="#fffdf8" d="M38 118h60a6 6 0 0 1 6 6v26a6 6 0 0 1-6 6H38a6 6 0 0 1-6-6v-26a6 6 0 0 1 6-6z"/>` +
    `<path fill="${lid}" d="M18 6h100a8 8 0 0 1 8 8v14a8 8 0 0 1-8 8H18a8 8 0 0 1-8-8V14a8 8 0 0 1 8-8z"/></g>`
  );
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

interface Placed {
  svg: string;
  bottom: number;
}

function draw(text: FittedText, top: number, colour: string): Placed {
  const weight = text.weight === 'bold' ? 700 : 400;
  const svg = text.lines
    .map((line, index) => {
      const baseline = top + text.size + index * text.lineHeight;
      return `<text x="${LEFT}" y="${baseline.toFixed(1)}" font-size="${text.size.toFixed(2)}" font-weight="${weight}" fill="${colour}">${escapeXml(line)}</text>`;
    })
    .join('');
  return { svg, bottom: top + text.lines.length * text.lineHeight };
}

/** The picture as SVG; every text is measured before it is placed, so none runs out of the picture. */
export function shareImageSvg(input: ShareImage): string {
  const { width, height } = SHARE_IMAGE_SIZE;
  const organiser = draw(
    fit(input.organiserLine, { weight: 'bold', size: 28, smallest: 20 }, { width: TEXT_WIDTH, lines: 1 }),
    72,
    '#9c1f40',
  );
  const title = draw(
    fit(
      input.title,
      { weight: 'bold', size: 84, smallest: 34, leading: 1.12 },
      { width: TEXT_WIDTH, lines: 5, height: 290 },
    ),
    organiser.bottom + 12,
    INK,
  );
  const date = draw(
    fit(input.dateLine, { weight: 'bold', size: 36, smallest: 22 }, { width: TEXT_WIDTH, lines: 1 }),
    Math.max(title.bottom + 18, 448),
    INK,
  );
  const place = draw(
    fit(
      input.placeLine,
      { weight: 'regular', size: 32, smallest: 22 },
      { width: TEXT_WIDTH, lines: 2, height: 64 },
    ),
    date.bottom + 2,
    QUIET_INK,
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans">` +
    `<path fill="${PAPER}" d="M0 0h${width}v${height}H0z"/>` +
    `<path fill="#f6e3c1" d="M1200 150C1110 120 960 170 910 330S800 530 790 606h410z"/>` +
    `<path fill="#b3264a" d="M0 606h400v24H0z"/><path fill="#e08a1e" d="M400 606h400v24H400z"/><path fill="#3b4a8c" d="M800 606h400v24H800z"/>` +
    `${JARS.map(jar).join('')}${organiser.svg}${title.svg}${date.svg}${place.svg}</svg>`
  );
}

let ready: Promise<void> | undefined;

function loadRenderer(): Promise<void> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  ready ??= readFile(wasm).then((bytes) => initWasm(bytes));
  return ready;
}

/** 1200 × 630 PNG, the size that messengers and social media show large. */
export async function renderShareImage(input: ShareImage): Promise<Buffer> {
  await loadRenderer();
  const renderer = new Resvg(shareImageSvg(input), {
    font: { fontBuffers: [fontBytes('regular'), fontBytes('bold')], defaultFontFamily: 'Noto Sans' },
  });
  const image = renderer.render();
  const png = Buffer.from(image.asPng());
  image.free();
  renderer.free();
  return png;
}
