import { useEffect, useRef, useState } from 'preact/hooks';

const EVERY_MS = 10_000;

/** Reads progress out through screen readers: politely, and at most every ten seconds, however fast it changes. */
export function Announcer({ text }: { text: string }) {
  const [said, setSaid] = useState(text);
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {said}
    </div>
  );
}
