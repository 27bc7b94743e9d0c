import { useCallback, useEffect, useRef, useState } from 'react';
import { type CameraProblem, closeCamera, openCamera } from './camera.js';
import { loadDecoder } from './decoder.js';
import { SeenBefore } from './seen-before.js';

export type ScannerState = 'opening' | 'reading' | 'reader-missing' | CameraProblem;

/** Pause between pictures: a badge is caught well within half a second, and the phone stays cool. */
const PAUSE_MS = 120;

/**
 * Reads QR codes with the camera as long as the component stands. Give `video` to a `<video muted playsInline>`;
 * `onRead` is called once for each code that comes into sight.
 */
export function useScanner(onRead: (text: string) => void) {
  const video = useRef<HTMLVideoElement>(null);
  const running = useRef<AbortController>(undefined);
  const [state, setState] = useState<ScannerState>('opening');
  const read = useRef(onRead);
  useEffect(() => {
    read.current = onRead;
  });
  const start = useCallback(() => {
    running.current?.abort();
    const scanning = new AbortController();
    running.current = scanning;
    void scan(video, scanning.signal, setState, (text) => read.current(text));
  }, []);
  useEffect(() => {
    start();
    return () => running.current?.abort();
  }, [start]);
  const retry = () => {
    setState('opening');
    start();
  };
  return { video, state, retry };
}

async function scan(
  video: { readonly current: HTMLVideoElement | null },
  signal: AbortSignal,
  tell: (state: ScannerState) => void,
  read: (text: string) => void,
): Promise<void> {
  const camera = await openCamera();
  if (typeof camera === 'string') {
    if (!signal.aborted) tell(camera);
    return;
  }
  try {
    const element = video.current;
    if (signal.aborted || !element) return;
    element.srcObject = camera;
    const [decode] = await Promise.all([loadDecoder(), element.play()]);
    const seen = new SeenBefore();
    while (!signal.aborted) {
      tell('reading');
      const text = element.videoWidth > 0 ? await decode(element) : undefined;
      if (text !== undefined && !signal.aborted && seen.isNew(text, performance.now())) read(text);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  } catch {
    if (!signal.aborted) tell('reader-missing');
  } finally {
    closeCamera(camera);
  }
}
