import { Progress } from '../../components/status/progress.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { columnsReason } from '../../state/draft/step-reason.ts';
import { words } from '../../words/words.ts';
import { FileProblem } from './file-problem.tsx';
import { SettleColumns } from './settle-columns.tsx';
import type { StepProps } from './step-props.ts';

/** Shown instead of a check that does not exist yet: its progress, or why there is none. */
export function NotChecked({ kept, draft }: Pick<StepProps, 'kept' | 'draft'>) {
  const columns = draft.columns.value;
  const unsettled = columnsReason(columns, draft.map.value);
  const state = draft.check.state.value;
  if (columns.state === 'fault') return <FileProblem kept={kept} fault={columns.fault} />;
  if (columns.state === 'unreadable') return <FileProblem kept={kept} fault={null} />;
  if (unsettled !== null && unsettled.code !== 'reading') return <SettleColumns id={kept.id} reason={unsettled} />;
  if (state.state === 'fault') return <FileProblem kept={kept} fault={state.fault} />;
  if (state.state === 'unreadable') return <FileProblem kept={kept} fault={null} />;
  if (state.state !== 'reading') return <Skeleton lines={5} />;
  const read = words.check.readingBytes(state.bytes, kept.fileBytes);
  return (
    <section class="card stack">
      <h2>{words.check.reading}</h2>
      <Progress label={words.check.reading} done={state.bytes} total={kept.fileBytes} words={read} />
      <p class="small soft">{read}</p>
    </section>
  );
}
