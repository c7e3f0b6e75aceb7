import { useSignal } from '@preact/signals';
import { IssueTable } from '../../issues/grid/issue-table.tsx';
import { commitCorrections } from '../../issues/commit-corrections.ts';
import { useIssueSession } from '../../issues/use-issue-session.ts';
import { Announcer } from '../../components/announcer.tsx';
import { useApp } from '../../components/app-context.ts';
import { Notice } from '../../components/notice.tsx';
import { checkReason, columnsReason } from '../../state/step-reason.ts';
import { words } from '../../words/words.ts';
import { NotChecked } from '../import/not-checked.tsx';
import { SizeWarning } from '../import/size-warning.tsx';
import { StepBar } from '../import/step-bar.tsx';
import { StepHead } from '../import/step-head.tsx';
import type { StepProps } from '../import/step-props.ts';
import { CheckTotals } from './check-totals.tsx';
import { MissingValues } from './missing-values.tsx';

/** Who will be called and who not: what is wrong with the file first, then with its columns, then with its rows. */
export function CheckStep({ kept, file, draft, template, account }: StepProps) {
  const app = useApp();
  const { actions, go } = app;
  const state = draft.check.state.value;
  const checked = state.state === 'checked' ? state.checked : null;
  const channel = template?.channel ?? 'voice';
  const session = useIssueSession(kept.id, file, checked === null ? null : draft.settings.value);
  const rows = session?.overview.value?.rows ?? checked?.summary.rows ?? null;
  const settling = useSignal<'no' | 'busy' | 'failed'>('no');
  const missing = checked?.summary.variables.filter((variable) => variable.missing > 0) ?? [];

  async function goOn(): Promise<void> {
    settling.value = 'busy';
    const id = session
      ? await commitCorrections(kept, session, async (corrected) => {
          // Its first row may look otherwise now: what it was taken for stays.
          await actions.change(kept.id, { columns: { ...kept.columns, ...draft.choice.value } });
          return actions.keepCorrected(kept, corrected);
        })
      : kept.id;
    await app.readKept();
    settling.value = id === null ? 'failed' : 'no';
    if (id !== null) go({ screen: 'step', id, step: 'confirm' });
  }
  return (
    <>
      <StepHead kept={kept}>{words.check.title[channel]}</StepHead>
      {checked === null || rows === null ? (
        <NotChecked kept={kept} draft={draft} />
      ) : (
        <>
          <Announcer text={words.check.willBeCalled(rows.accepted, channel)} />
          <SizeWarning account={account} bytes={kept.fileBytes} rows={rows.total} />
          <div class={missing.length > 0 ? 'step-columns' : undefined}>
            <CheckTotals rows={rows} channel={channel} />
            {missing.length > 0 ? (
              <MissingValues id={kept.id} preview={draft.preview} variables={missing} channel={channel} />
            ) : null}
          </div>
          {session ? <IssueTable name={kept.name} session={session} /> : null}
          {settling.value === 'failed' ? (
            <Notice tone="danger" alert>
              {words.issues.notKept}
            </Notice>
          ) : null}
        </>
      )}
      <StepBar
        id={kept.id}
        back="columns"
        next="confirm"
        reason={columnsReason(draft.columns.value, draft.map.value) ?? checkReason(state, rows)}
        busy={settling.value === 'busy'}
        onNext={() => void goOn()}
      />
    </>
  );
}
