import { useEffect, useRef } from 'preact/hooks';

/**
 * Repeats something while this is on screen and the window is visible, and as soon as the network is back. A run that
 * takes longer than `ms` must end before the next begins.
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
