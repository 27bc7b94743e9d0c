import type { ReactNode, RefObject } from 'react';
import { Spinner } from '../feedback/spinner.js';
import styles from './camera-frame.module.css';

interface CameraFrameProps {
  video: RefObject<HTMLVideoElement | null>;
  /** What the picture is for, for who cannot see it. */
  label: string;
  /** While there is no picture yet: waiting, in words. */
  waiting?: string;
  /** Instead of a picture: why there is none, and what to do. */
  notice?: ReactNode;
}

/** The camera's picture with the place where a code is held. */
export function CameraFrame({ video, label, waiting, notice }: CameraFrameProps) {
  return (
    <div className={styles.outer}>
      {notice}
      <div className={styles.frame} hidden={notice !== undefined}>
        <video ref={video} muted playsInline aria-label={label} className={styles.picture} />
        <span className={styles.aim} aria-hidden="true" />
        {waiting ? (
          <span className={styles.waiting}>
            <Spinner words={waiting} />
          </span>
        ) : null}
      </div>
    </div>
  );
}
