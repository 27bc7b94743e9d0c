import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { paintPage } from './pdf-pages.js';

let prepared = false;

function prepare(): void {
  if (prepared) return;
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer } });
  prepared = true;
}

/** What a phone reads from a printed page: the texts of all its QR codes, in no order. */
export async function readQrCodes(document: PDFDocumentProxy, pageNumber: number): Promise<string[]> {
  prepare();
  const painted = await paintPage(document, await document.getPage(pageNumber));
  const codes = await readBarcodes(painted as ImageData, { formats: ['QRCode'], maxNumberOfSymbols: 20 });
  return codes.map(({ text }) => text);
}
