import { useEffect } from 'preact/hooks';

/** Does something now and again while this is on screen and the window is looked at. */
export function useEvery(ms: number, run: () => void): void {
  useEffect(() => {
    const look = () => {
      if (!document.hidden) run();
    };
    const timer = setInterval(look, ms);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [ms]);
}
