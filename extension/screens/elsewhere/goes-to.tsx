import { useApp } from '../../components/app-context.ts';
import { useMeantWorker } from '../../components/use-meant-worker.ts';
import { isMeantFor } from '../../state/draft/meant-worker.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { ElsewhereNotice } from './elsewhere-notice.tsx';

/** Which Worker an upload goes to: the one where it was started, whichever is in use now. */
export function GoesTo({ kept }: { kept: KeptImport }) {
  const { connection, workers } = useApp();
  const { elsewhere } = words.upload;
  const { whole } = useMeantWorker(kept.worker);
  if (isMeantFor(kept, connection.settings.value?.address ?? '')) {
    return workers.value.length > 1 ? <p class="small soft">{elsewhere.going(whole)}</p> : null;
  }
  return <ElsewhereNotice worker={kept.worker} tone="warn" title={elsewhere.going} note={elsewhere.goingNote} />;
}
