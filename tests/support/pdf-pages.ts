import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface Canvas {
  context: { getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray } };
}

interface CanvasFactory {
  create(width: number, height: number): Canvas;
}

export interface PageText {
  text: string;
  x: number;
  width: number;
  /** In points. */
  size: number;
}

/** Pixels in a millimetre of a painted page. */
const SCALE = 4;
const MM = 72 / 25.4;

export function openPdf(file: Buffer): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
}

/** Texts of a page with their place in points from the left, and the height of their letters. */
export async function pageTexts(page: PDFPageProxy): Promise<PageText[]> {
  const { items } = await page.getTextContent();
  return items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, x: Number(item.transform[4]), width: item.width, size: item.height }]
      : [],
  );
}

interface StructureNode {
  role: string;
  alt?: string;
  lang?: string;
  children: readonly unknown[];
}

function isNode(child: unknown): child is StructureNode {
  return typeof child === 'object' && child !== null && 'role' in child;
}

/** The structure tree of a page as roles in brackets, a figure with its alternative text. */
export async function pageStructure(page: PDFPageProxy): Promise<string> {
  const describe = (node: StructureNode): string => {
    const inside = node.children.filter(isNode).map(describe).join(' ');
    return `${node.role}${node.alt === undefined ? '' : `:${node.alt}`}${inside === '' ? '' : `(${inside})`}`;
  };
  const tree: unknown = await page.getStructTree();
  return isNode(tree) ? describe(tree) : '';
}

/** The page as dots, `scale` of them in a millimetre: what a camera would see of it. */
export async function paintPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  scale = SCALE,
): Promise<{ data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number }> {
  const viewport = page.getViewport({ scale: scale / MM });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const { context } = (document.canvasFactory as CanvasFactory).create(width, height);
  await page.render({ canvas: null, canvasContext: context as unknown as CanvasRenderingContext2D, viewport })
    .promise;
  const { data } = context.getImageData(0, 0, width, height);
  return { data: new Uint8ClampedArray(data), width, height };
}

/** Whether anything is painted on the page in the places that `inside` picks, in millimetres from the upper left corner. */
export async function isPainted(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  inside: (x: number, y: number) => boolean,
): Promise<boolean> {
  const { data, width, height } = await paintPage(document, page);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      const white = [0, 1, 2].every((channel) => (data[at + channel] ?? 255) > 250);
      if (!white && inside((x + 0.5) / SCALE, (y + 0.5) / SCALE)) return true;
    }
  }
  return false;
}
