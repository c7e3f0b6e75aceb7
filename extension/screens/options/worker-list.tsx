import { Button } from '../../components/button.tsx';
import { KindPill } from '../../components/status/kind-pill.tsx';
import type { OptionsState } from './create-options.ts';
import { hostOf } from '../../storage/settings.ts';
import type { SavedWorker } from '../../storage/settings.ts';
import { words } from '../../words/words.ts';

interface Props {
  options: OptionsState;
  onForget: (worker: SavedWorker) => void;
}

/** All Workers this browser knows, with which one is in use and which call real people. */
export function WorkerList({ options, onForget }: Props) {
  const { workers, current } = options.saved.value;
  if (workers.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="workers">
      <h2 id="workers">{words.options.workers}</h2>
      <ul class="options-workers">
        {workers.map((worker) => (
          <li key={worker.address} class={`card options-worker options-worker-${worker.kind}`}>
            <div class="options-worker-name">
              <strong>{worker.label}</strong>
              <KindPill kind={worker.kind} />
              {worker.address === current?.address ? <span class="soft small">{words.options.inUse}</span> : null}
            </div>
            {worker.label === hostOf(worker.address) ? null : <p class="small soft">{hostOf(worker.address)}</p>}
            <div class="row">
              {worker.address === current?.address ? null : (
                <Button
                  label={words.options.actionOn(words.options.use, worker.label)}
                  onClick={() => void options.use(worker)}
                >
                  {words.options.use}
                </Button>
              )}
              <Button
                look="quiet"
                label={words.options.actionOn(words.options.edit, worker.label)}
                onClick={() => options.edit(worker)}
              >
                {words.options.edit}
              </Button>
              <Button
                look="quiet-danger"
                label={words.options.actionOn(words.options.forget, worker.label)}
                onClick={() => onForget(worker)}
              >
                {words.options.forget}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div class="row">
        <Button onClick={() => options.edit(null)}>{words.options.addWorker}</Button>
      </div>
    </section>
  );
}
