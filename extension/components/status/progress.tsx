import './progress.css';

interface Props {
  label: string;
  done: number;
  total: number;
  /** What the numbers mean, in words. */
  words: string;
}

/** How far something has come. */
export function Progress({ label, done, total, words }: Props) {
  const percent = total > 0 ? Math.min(100, (done / total) * 100) : 0;
  return (
    <div
      class="progress"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(percent)}
      aria-valuetext={words}
    >
      <span class="progress-done" style={{ width: `${percent}%` }} />
    </div>
  );
}
