import { useEffect, useState } from 'react';

/** True from the first picture that has the component: whatever is fetched then has kept nobody waiting for the page. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setPainted(true));
    return () => cancelAnimationFrame(frame);
  }, []);
  return painted;
}
