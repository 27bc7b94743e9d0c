import styles from './data.module.css';

interface QrMatrixProps {
  /** Row by row: 1 is dark. */
  modules: ArrayLike<number>;
  size: number;
  label: string;
}

const QUIET_ZONE = 4;

/** A QR code as one SVG path, always dark on light: readers do not like it the other way round. */
export function QrMatrix({ modules, size, label }: QrMatrixProps) {
  const side = size + 2 * QUIET_ZONE;
  return (
    <svg
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      className={styles.qr}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={pathOf(modules, size)} fill="#000" />
    </svg>
  );
}

/** Dark runs of each row as rectangles one module high. */
export function pathOf(modules: ArrayLike<number>, size: number): string {
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules[row * size + column]) continue;
      let run = 1;
      while (column + run < size && modules[row * size + column + run]) run += 1;
      path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return path;
}
