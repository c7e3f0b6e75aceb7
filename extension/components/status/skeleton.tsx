import { words } from '../../words/words.ts';
import './skeleton.css';

/** A placeholder for something that is loading, so that nothing moves when it appears. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{words.shell.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="skeleton-line" />
      ))}
    </div>
  );
}
