import { Announcer } from '../../components/announcer.tsx';
import { useApp } from '../../components/app-context.ts';
import { checkReason, columnsReason } from '../../state/step-reason.ts';
import { words } from '../../words/words.ts';
import { NotChecked } from '../import/not-checked.tsx';
import { SizeWarning } from '../import/size-warning.tsx';
import { StepBar } from '../import/step-bar.tsx';
import { StepHead } from '../import/step-head.tsx';
import type { StepProps } from '../import/step-props.ts';
import { CheckTotals } from './check-totals.tsx';
import { IssueList } from './issue-list.tsx';
import { MissingValues } from './missing-values.tsx';
import './check-step.css';

/** Who will be called and who not: what is wrong with the file first, then with its columns, then with its rows. */
export function CheckStep({ kept, draft, template, account }: StepProps) {
  const { go } = useApp();
  const state = draft.check.state.value;
  const checked = state.state === 'checked' ? state.checked : null;
  const channel = template?.channel ?? 'voice';
  const missing = checked?.summary.variables.filter((variable) => variable.missing > 0) ?? [];
  return (
    <>
      <StepHead kept={kept}>{words.check.title[channel]}</StepHead>
      {checked === null ? (
        <NotChecked kept={kept} draft={draft} />
      ) : (
        <>
          <Announcer text={words.check.willBeCalled(checked.summary.rows.accepted, channel)} />
          <SizeWarning account={account} bytes={kept.fileBytes} rows={checked.summary.rows.total} />
          <div class={missing.length > 0 ? 'step-columns' : undefined}>
            <CheckTotals rows={checked.summary.rows} channel={channel} />
            {missing.length > 0 ? (
              <MissingValues id={kept.id} preview={draft.preview} variables={missing} channel={channel} />
            ) : null}
          </div>
          <IssueList name={kept.name} check={draft.check} checked={checked} />
        </>
      )}
      <StepBar
        id={kept.id}
        back="columns"
        next="confirm"
        reason={columnsReason(draft.columns.value, draft.map.value) ?? checkReason(state)}
        onNext={() => go({ screen: 'step', id: kept.id, step: 'confirm' })}
      />
    </>
  );
}
