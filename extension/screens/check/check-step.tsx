import { IssueTable } from '../../issues/grid/issue-table.tsx';
import { useIssueSession } from '../../issues/use-issue-session.ts';
import { Announcer } from '../../components/announcer.tsx';
import { useApp } from '../../components/app-context.ts';
import { checkReason, columnsReason, rowsReason } from '../../state/draft/step-reason.ts';
import { words } from '../../words/words.ts';
import { FileProblem } from '../import/file-problem.tsx';
import { NotChecked } from '../import/not-checked.tsx';
import { SizeWarning } from '../import/size-warning.tsx';
import { OtherTables } from '../import/other-tables.tsx';
import { StepBar } from '../import/step-bar.tsx';
import { StepHead } from '../import/step-head.tsx';
import type { StepProps } from '../import/step-props.ts';
import { CheckTotals } from './check-totals.tsx';
import { GrownList } from './grown-list.tsx';
import { LeftOutByFile } from './left-out-by-file.tsx';
import { LeftOutPeople } from './left-out-people.tsx';
import { ShortenedValues } from './shortened-values.tsx';
import { MissingValues, missingOf } from './missing-values.tsx';

/** Who will be called and who will not: problems of the file come first, then of its columns, then of its rows. */
export function CheckStep({ kept, file, draft, template, account }: StepProps) {
  const { go } = useApp();
  const state = draft.check.state.value;
  const checked = state.state === 'checked' ? state.checked : null;
  const channel = template?.channel ?? 'voice';
  const session = useIssueSession(kept, file, checked === null ? null : draft.settings.value);
  // Corrections count too: until they are loaded, nobody knows how many rows are left out.
  const counted = kept.edition === 0 ? (checked?.summary.rows ?? null) : null;
  const rows = session?.overview.value?.rows ?? counted;
  const reason =
    columnsReason(draft.columns.value, draft.map.value) ??
    checkReason(state, rows) ??
    rowsReason(session?.state.value ?? null);
  const missing = missingOf(draft.map.value?.variables ?? [], checked?.summary ?? null);

  return (
    <>
      <StepHead kept={kept}>{words.check.title[channel]}</StepHead>
      <GrownList kept={kept} draft={draft} channel={channel} />
      {checked === null || rows === null ? (
        session?.state.value.state === 'unreadable' ? (
          <FileProblem kept={kept} fault={null} />
        ) : (
          <NotChecked kept={kept} draft={draft} />
        )
      ) : (
        <>
          <Announcer text={words.check.willBeCalled(rows.accepted, channel)} />
          <SizeWarning account={account} bytes={kept.fileBytes} rows={rows.total} />
          {checked === null ? null : <OtherTables tables={checked.summary.otherTables} />}
          {checked === null ? null : <ShortenedValues summary={checked.summary} channel={channel} />}
          <div class={missing.length > 0 ? 'step-columns' : undefined}>
            <CheckTotals rows={rows} channel={channel} />
            {missing.length > 0 ? (
              <MissingValues kept={kept} preview={draft.preview} missing={missing} channel={channel} />
            ) : null}
          </div>
          {checked === null ? null : <LeftOutByFile id={kept.id} summary={checked.summary} />}
          <LeftOutPeople kept={kept} screening={draft.screening} channel={channel} />
          {session ? <IssueTable name={kept.name} session={session} /> : null}
        </>
      )}
      <StepBar
        id={kept.id}
        back="columns"
        next="confirm"
        reason={reason}
        onNext={() => go({ screen: 'step', id: kept.id, step: 'confirm' })}
      />
    </>
  );
}
