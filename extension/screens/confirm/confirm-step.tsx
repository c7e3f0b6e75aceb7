import { useMemo } from 'preact/hooks';
import { AfterPaint } from '../../components/after-paint.tsx';
import { useApp } from '../../components/app-context.ts';
import { Notice } from '../../components/status/notice.tsx';
import { asksAgain, isSettled } from '../../storage/kept-import.ts';
import { allowedWish } from './delivery-preferences.ts';
import { planCalls } from './plan-calls.ts';
import { checkReason, columnsReason } from '../../state/draft/step-reason.ts';
import { words } from '../../words/words.ts';
import { GrownList } from '../check/grown-list.tsx';
import { LeftOutPeople } from '../check/left-out-people.tsx';
import { NotChecked } from '../import/not-checked.tsx';
import { StepHead } from '../import/step-head.tsx';
import type { StepProps } from '../import/step-props.ts';
import { stepSentence } from '../import/step-sentence.ts';
import { SizeWarning } from '../import/size-warning.tsx';
import { CapPassed } from './cap-passed.tsx';
import { startCost } from './start-cost.ts';
import { useMe } from '../../components/use-me.ts';
import { known } from '../../state/loadable.ts';
import { startKind } from '../../state/team-rights.ts';
import { AskedAgain } from './asked-again.tsx';
import { DecidedCard } from './decided-card.tsx';
import { ImportSettings } from './import-settings.tsx';
import { PersonPreview } from './person-preview.tsx';
import { PlanCard } from './plan-card.tsx';
import { seenFingerprint } from './seen-fingerprint.ts';
import { SkippedRows } from './skipped-rows.tsx';
import { StartBar } from './start-bar.tsx';
import { TestCall } from './test-call/test-call.tsx';
import { useAdjusted } from './adjust/use-adjusted.ts';
import './confirm-step.css';

/** Everything that is going to happen, one real person as an example, and the button that starts it. */
export function ConfirmStep({ kept, draft, template: saved, account }: StepProps) {
  const { clock, rules } = useApp();
  const me = useMe();
  const state = draft.check.state.value;
  const summary = state.state === 'checked' ? state.checked.summary : null;
  const parts = state.state === 'checked' ? state.checked.parts : null;
  const settings = draft.settings.value;
  const read = draft.columns.value;
  const map = draft.map.value;
  const source = draft.source.value;
  const { adjusting, adjust, template, notBefore } = useAdjusted(kept, saved, account);
  const wish = template ? allowedWish(template, kept.delivery) : 'auto';
  const plan = useMemo(() => {
    if (!template || !account || !summary) return null;
    const { rows, longestRowBytes } = summary;
    return planCalls(template, account, {
      contacts: rows.accepted,
      longestRowBytes,
      wish,
      notBefore,
      now: clock.value,
    });
  }, [template, notBefore, account, summary, wish, clock.value]);
  const asks = asksAgain(kept);
  const reason = columnsReason(draft.columns.value, draft.map.value) ?? checkReason(state);
  const columns = draft.choice.value;
  const team = known(rules.loadable.value);
  const outgoing = { channel: template?.channel ?? 'voice', contacts: summary?.rows.accepted ?? 0, parts };
  const kind = startKind(me, team?.approveAbove ?? null, outgoing.contacts);
  const { estimate, passed } = startCost(team, outgoing, kind === 'ask');
  // Until it is known who is left out, nobody can agree to a number of calls.
  const isAsking = draft.screening.value.state === 'asking';
  const why =
    reason !== null
      ? stepSentence(reason)
      : isAsking
        ? words.check.leftOut.asking
        : plan === null
          ? words.steps.noAccount
          : adjust === null
            ? words.adjust.wrong
            : passed !== null
              ? words.confirm.capReason
              : words.steps.noPlan;
  const counted =
    plan?.ok && !isAsking && summary && saved && account && columns && isSettled(kept, columns)
      ? {
          contacts: summary.rows.accepted,
          campaigns: plan.value.campaigns.length,
          // While something typed is wrong nothing can be started, but the button goes on showing how many.
          fingerprint: seenFingerprint({ template: saved, adjust: adjust ?? {}, delivery: wish, account, summary }),
        }
      : null;

  return (
    <>
      <StepHead kept={kept}>{words.confirm.title}</StepHead>
      {asks === null ? null : <AskedAgain upload={asks} />}
      <SizeWarning account={account} bytes={kept.fileBytes} rows={summary?.rows.total ?? 0} />
      <GrownList kept={kept} draft={draft} channel={template?.channel ?? 'voice'} />
      {summary === null ? (
        <>
          <NotChecked kept={kept} draft={draft} />
          <ImportSettings kept={kept} template={template} adjusting={adjusting} />
        </>
      ) : (
        <div class="step-columns">
          <div class="stack">
            {plan?.ok && template && account ? (
              <PlanCard
                kept={kept}
                plan={plan.value}
                template={template}
                account={account}
                adjusting={adjusting}
                parts={parts}
                cost={estimate}
              />
            ) : null}
            {passed === null ? null : <CapPassed passed={passed} />}
            {plan && !plan.ok ? (
              <Notice tone="danger" title={words.check.cannotStart}>
                {plan.error.code === 'hours_outside_account' ? words.check.hoursOutsideAccount : plan.error.message}
              </Notice>
            ) : null}
            <AfterPaint>
              <SkippedRows id={kept.id} rows={summary.rows} channel={outgoing.channel} />
              <LeftOutPeople kept={kept} screening={draft.screening} channel={outgoing.channel} />
              {read.state === 'read' && map !== null ? (
                <DecidedCard
                  kept={kept}
                  columns={read.columns}
                  map={map}
                  leavingOut={summary.leftOutByColumn.map(({ column }) => column)}
                />
              ) : null}
            </AfterPaint>
          </div>
          <div class="stack">
            <AfterPaint>
              {template && settings && source && summary.rows.accepted > 0 ? (
                <>
                  <PersonPreview template={template} file={source} preview={draft.preview} settings={settings} />
                  <TestCall kept={kept} template={template} preview={draft.preview} />
                </>
              ) : null}
              <ImportSettings kept={kept} template={template} adjusting={adjusting} />
            </AfterPaint>
          </div>
        </div>
      )}
      <StartBar
        kept={kept}
        onStart={() => draft.remember()}
        channel={template?.channel ?? 'voice'}
        counted={counted}
        asked={columns === null || adjust === null || passed !== null ? null : { columns, delivery: wish, adjust }}
        why={why}
      />
    </>
  );
}
