import { useEffect } from 'react';

/** Into the whole screen, or back. A browser that cannot, or does not want to, changes nothing. */
export function toggleFullscreen(): void {
  const { documentElement } = document;
  const done = document.fullscreenElement ? document.exitFullscreen() : documentElement.requestFullscreen?.();
  done?.catch(() => undefined);
}

/** The projector's computer does not fall asleep, where a browser lets us ask for it. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return undefined;
    let lock: WakeLockSentinel | undefined;
    let over = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible') return;
      lock = await navigator.wakeLock.request('screen').catch(() => undefined);
      if (over) await lock?.release();
    };
    const seen = () => void hold();
    seen();
    document.addEventListener('visibilitychange', seen);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', seen);
      void lock?.release();
    };
  }, []);
}
