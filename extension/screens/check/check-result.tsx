import type { Account } from '../../../shared/protocol/account.ts';
import type { Template } from '../../../shared/template/template-schema.ts';
import type { CheckedFile } from '../../checking/check-messages.ts';
import { Announcer } from '../../components/announcer.tsx';
import { useApp } from '../../components/app-context.ts';
import { Notice } from '../../components/notice.tsx';
import type { FileCheck } from '../../state/create-file-check.ts';
import { planCalls } from '../../state/plan-calls.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { CheckTotals } from './check-totals.tsx';
import { ColumnPicker } from './column-picker.tsx';
import { IssueList } from './issue-list.tsx';
import { PlanCard } from './plan-card.tsx';
import { StartBar } from './start-bar.tsx';

interface Props {
  kept: KeptImport;
  check: FileCheck;
  checked: CheckedFile;
  template: Template | null;
  account: Account | null;
}

/** What the check found and what Start would do. */
export function CheckResult({ kept, check, checked, template, account }: Props) {
  const { clock } = useApp();
  const { rows, shape } = checked.summary;
  const facts = { contacts: rows.accepted, longestRowBytes: checked.summary.longestRowBytes, wish: 'auto' } as const;
  const plan = template && account ? planCalls(template, account, { ...facts, now: clock.value }) : null;
  const campaigns = plan?.ok ? plan.value.campaigns.length : null;
  return (
    <>
      <Announcer text={words.check.willBeCalled(rows.accepted)} />
      <div class="check-columns">
        <div class="stack">
          <CheckTotals rows={rows} />
          <ColumnPicker
            kept={kept}
            headings={shape.headings}
            chosen={shape.numberColumn}
            header={shape.header}
            samples={shape.samples}
          />
          <p class="small soft">
            {words.check.fileFacts(checked.summary.bytes, words.check.delimiters[shape.delimiter])}
          </p>
        </div>
        <div class="stack">
          {plan?.ok && account && template ? (
            <PlanCard plan={plan.value} template={template} account={account} />
          ) : plan && !plan.ok ? (
            <Notice tone="danger" title={words.check.cannotStart}>
              {plan.error.code === 'hours_outside_account' ? words.check.hoursOutsideAccount : plan.error.message}
            </Notice>
          ) : account === null ? (
            <Notice tone="warn">{words.check.accountMissing}</Notice>
          ) : null}
        </div>
      </div>
      <IssueList name={kept.name} check={check} checked={checked} />
      <StartBar kept={kept} counted={campaigns === null ? null : { contacts: rows.accepted, campaigns }} />
    </>
  );
}
