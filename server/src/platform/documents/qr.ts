import QRCode, { type QRCodeErrorCorrectionLevel } from 'qrcode';

/** Dark modules by row; no quiet zone. */
export type QrMatrix = readonly (readonly boolean[])[];

const LEVEL: QRCodeErrorCorrectionLevel = 'M';
/** ISO/IEC 18004 asks for four light modules around the code. */
export const QUIET_ZONE = 4;

/** Payloads in capitals, digits and `$%*+-./:` are coded more tightly than others: give links in capitals where they allow it. */
export function qrMatrix(payload: string): QrMatrix {
  const { modules } = QRCode.create(payload, { errorCorrectionLevel: LEVEL });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => modules.get(row, column) === 1),
  );
}

/** The same code as an SVG of one path in black on white, so that it scans in a dark theme too. */
export function qrSvg(payload: string): string {
  const matrix = qrMatrix(payload);
  const side = matrix.length + 2 * QUIET_ZONE;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>` +
    `<path fill="#000" d="${qrPath(matrix, QUIET_ZONE)}"/></svg>`
  );
}

/** One path over all dark modules, neighbours in a row merged, in units of one module. */
export function qrPath(matrix: QrMatrix, offset = 0): string {
  const runs: string[] = [];
  matrix.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      const width = x - start + 1;
      runs.push(`M${start + offset} ${y + offset}h${width}v1h-${width}z`);
    }
  });
  return runs.join('');
}
