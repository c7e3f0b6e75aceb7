import { useEffect } from 'preact/hooks';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { useMe } from '../../components/use-me.ts';
import { useMeantWorker } from '../../components/use-meant-worker.ts';
import { mayMove } from '../../state/draft/meant-worker.ts';
import { known } from '../../state/loadable.ts';
import { may } from '../../state/team-rights.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { StepHead } from '../import/step-head.tsx';
import { WorkerAway } from '../import/worker-away.tsx';
import { ElsewhereNotice } from './elsewhere-notice.tsx';

/**
 * Replaces the steps of a draft that goes to another Worker than the one in use, because they would show data of the
 * wrong Worker.
 */
export function DraftElsewhere({ kept }: { kept: KeptImport }) {
  const { actions, dropped, go, stay, templates } = useApp();
  const { elsewhere } = words.upload;
  const me = useMe();
  const other = useMeantWorker(kept.worker);
  const inUse = useMeantWorker('');
  const page = known(templates.loadable.value);
  const movable = mayMove(kept);
  const hasDropped = dropped.value !== null;
  useEffect(() => {
    // This screen has no picker for a dropped file.
    if (hasDropped) go({ screen: 'home' });
  }, [hasDropped]);

  async function useHere(): Promise<void> {
    if (page === null) return;
    const moved = await actions.useHere(kept.id, page.items);
    if (moved) stay({ screen: 'step', id: moved.id, step: moved.step });
  }

  return (
    <div class="import-steps stack">
      <StepHead kept={kept}>{kept.name}</StepHead>
      <WorkerAway />
      <ElsewhereNotice
        worker={kept.worker}
        tone="warn"
        title={elsewhere.prepared}
        note={movable ? elsewhere.preparedNote : () => elsewhere.askedNote(other.name)}
      >
        {movable && may(me, 'preparers') ? (
          <Button disabled={page === null} onClick={() => void useHere()}>
            {elsewhere.useAt(inUse.name === other.name ? inUse.whole : inUse.name)}
          </Button>
        ) : null}
      </ElsewhereNotice>
    </div>
  );
}
