import { useEffect, useRef } from 'preact/hooks';

/**
 * Does something now and again while this is on screen and the window is looked at, and as soon as the network is back.
 * What takes longer than `ms` is not begun a second time before it has ended.
 */
export function useEvery(ms: number, run: () => Promise<void> | void): void {
  const newest = useRef(run);
  newest.current = run;
  useEffect(() => {
    let running = false;
    const look = async () => {
      if (document.hidden || running) return;
      running = true;
      try {
        await newest.current();
      } finally {
        running = false;
      }
    };
    const lookSoon = () => void look();
    const timer = setInterval(lookSoon, ms);
    document.addEventListener('visibilitychange', lookSoon);
    window.addEventListener('online', lookSoon);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookSoon);
      window.removeEventListener('online', lookSoon);
    };
  }, [ms]);
}
