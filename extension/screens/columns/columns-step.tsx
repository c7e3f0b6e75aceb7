import { useApp } from '../../components/app-context.ts';
import { Notice } from '../../components/status/notice.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { columnsReason } from '../../state/draft/step-reason.ts';
import { words } from '../../words/words.ts';
import { OtherTables } from '../import/other-tables.tsx';
import { FileProblem } from '../import/file-problem.tsx';
import { SizeWarning } from '../import/size-warning.tsx';
import { StepBar } from '../import/step-bar.tsx';
import { StepHead } from '../import/step-head.tsx';
import type { StepProps } from '../import/step-props.ts';
import { ColumnForm } from './column-form.tsx';
import { ColumnList } from './column-list.tsx';
import './columns-step.css';

const NOBODY: readonly number[] = [];

/** Which column is which: found automatically if possible, and changed here. */
export function ColumnsStep({ kept, draft, account }: StepProps) {
  const { go } = useApp();
  const columns = draft.columns.value;
  const map = draft.map.value;
  const check = draft.check.state.value;
  const lastTime = map !== null && [map.number, ...map.variables].some(({ source }) => source === 'last_time');
  const leavingOut =
    check.state === 'checked' ? check.checked.summary.leftOutByColumn.map(({ column }) => column) : NOBODY;
  const next = async () => {
    await draft.remember();
    go({ screen: 'step', id: kept.id, step: 'check' });
  };
  return (
    <>
      <StepHead kept={kept} columns={draft.choice.value}>
        {words.columns.title}
      </StepHead>
      <SizeWarning account={account} bytes={kept.fileBytes} />
      {lastTime ? <Notice tone="good">{words.columns.lastTime}</Notice> : null}
      {columns.state === 'fault' || columns.state === 'unreadable' ? (
        <FileProblem kept={kept} fault={columns.state === 'fault' ? columns.fault : null} />
      ) : columns.state === 'reading' || map === null ? (
        <Skeleton lines={5} />
      ) : (
        <>
          {columns.columns.letterDoubt === null ? null : (
            <Notice tone="warn">{words.sentences.letters(columns.columns.letterDoubt)}</Notice>
          )}
          {check.state === 'checked' ? <OtherTables tables={check.checked.summary.otherTables} /> : null}
          <div class="step-columns step-columns-wide-right">
            <ColumnForm kept={kept} columns={columns.columns} map={map} leavingOut={leavingOut} />
            <ColumnList columns={columns.columns} map={map} leavingOut={leavingOut} />
          </div>
        </>
      )}
      <StepBar id={kept.id} back="file" next="check" reason={columnsReason(columns, map)} onNext={() => void next()} />
    </>
  );
}
