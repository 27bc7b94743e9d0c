import { useEffect, useRef } from 'react';
import type { RoomPicture } from '@hillo/domain/pulse';
import { Painter } from './painter.js';
import { sceneryOf } from './scenery.js';
import styles from './pulse.module.css';

/** The picture itself; whoever shows it says the same in words beside it. */
export function RoomCanvas({ room }: { room: RoomPicture }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<Painter>(undefined);
  useEffect(() => {
    if (!canvas.current) return undefined;
    const own = new Painter(canvas.current, () => matchMedia('(prefers-reduced-motion: reduce)').matches);
    painter.current = own;
    return () => own.stop();
  }, []);
  useEffect(() => painter.current?.show(sceneryOf(room)), [room]);
  return <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />;
}
