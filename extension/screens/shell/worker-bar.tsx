import { useApp } from '../../components/app-context.ts';
import { KindPill } from '../../components/status/kind-pill.tsx';
import { words } from '../../words/words.ts';
import './worker-bar.css';

/** Which Worker is in use, if that needs saying: there are several, or it is a trial one. */
export function WorkerBar() {
  const { connection, useWorker, workers } = useApp();
  const current = connection.settings.value;
  const several = workers.value.length > 1;
  if (!current || (!several && current.kind === 'live')) return null;
  return (
    <section class={`worker-bar worker-bar-${current.kind}`} aria-label={words.options.switchLabel}>
      <KindPill kind={current.kind} />
      {several ? (
        <select
          class="worker-bar-select"
          aria-label={words.options.switchLabel}
          value={current.address}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            // Storage tells which is in use; until then, and where it refuses, the bar says no other.
            event.currentTarget.value = current.address;
            void useWorker(chosen);
          }}
        >
          {workers.value.map(({ address, label, kind }) => (
            <option key={address} value={address}>
              {words.options.workerOption(label, words.options.kinds[kind])}
            </option>
          ))}
        </select>
      ) : (
        <span>{current.label}</span>
      )}
    </section>
  );
}
