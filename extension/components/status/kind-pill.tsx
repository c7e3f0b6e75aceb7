import type { WorkerKind } from '../../storage/settings.ts';
import { words } from '../../words/words.ts';
import './kind-pill.css';

/** Whether real people are called: in colour and in words, never in colour alone. */
export function KindPill({ kind }: { kind: WorkerKind }) {
  return <span class={`kind-pill kind-pill-${kind}`}>{words.options.kinds[kind]}</span>;
}
