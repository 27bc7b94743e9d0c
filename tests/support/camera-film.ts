import { writeFileSync } from 'node:fs';
import { qrMatrix } from '../../server/src/platform/documents/qr.js';

const WIDTH = 640;
const HEIGHT = 480;
const QUIET_ZONE = 4;

/** Where the browser's fake camera finds its film: name it in `--use-file-for-fake-video-capture`. */
export const FAKE_CAMERA = (film: string): string[] => [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${film}`,
];

/** A film (YUV4MPEG2, grey) that shows a QR code still, as a badge held in front of the camera. */
export function writeCameraFilm(film: string, payload: string): void {
  const matrix = qrMatrix(payload);
  const scale = Math.floor((HEIGHT * 0.8) / (matrix.length + 2 * QUIET_ZONE));
  const left = Math.floor((WIDTH - matrix.length * scale) / 2);
  const top = Math.floor((HEIGHT - matrix.length * scale) / 2);
  const luma = Buffer.alloc(WIDTH * HEIGHT, 235);
  for (const [row, modules] of matrix.entries())
    for (const [column, isDark] of modules.entries())
      if (isDark)
        for (let line = 0; line < scale; line += 1) {
          const start = (top + row * scale + line) * WIDTH + left + column * scale;
          luma.fill(16, start, start + scale);
        }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(film, Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]));
}
