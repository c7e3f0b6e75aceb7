import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { assertNever } from '../../../shared/result.ts';
import { callsDuplicates } from '../../../shared/plan/plan-template.ts';
import { templateText } from '../../../shared/template/template-schema.ts';
import { screenNumbers } from '../../api/people-calls.ts';
import { startCheck } from '../../checking/start-check.ts';
import { useApp } from '../../components/app-context.ts';
import { createImportDraft } from '../../state/draft/create-import-draft.ts';
import type { ScreenNumbers } from '../../state/draft/create-screening.ts';
import { known } from '../../state/loadable.ts';
import { createCorrectionStore } from '../../storage/corrections.ts';
import { createColumnMemory } from '../../storage/remembered-columns.ts';
import { lackingStep } from '../../state/draft/step-reason.ts';
import { settleFile } from '../../state/draft/settle-file.ts';
import type { KeptImport, KeptStep } from '../../storage/kept-import.ts';
import { CheckStep } from '../check/check-step.tsx';
import { ColumnsStep } from '../columns/columns-step.tsx';
import { ConfirmStep } from '../confirm/confirm-step.tsx';
import { FileStep } from '../file/file-step.tsx';
import { NotChecked } from './not-checked.tsx';
import { StepIndicator } from './step-indicator.tsx';
import type { StepProps } from './step-props.ts';
import { useFirstStep } from './use-first-step.ts';
import { WorkerAway } from './worker-away.tsx';

// Made here and not with the app, because the first paint does not need it.
const columnMemory = createColumnMemory(chrome.storage.local);

/** Numbers without a country code are Indian unless the Worker says otherwise. */
const USUAL_COUNTRY = 'IN';

interface Props {
  kept: KeptImport;
  file: Blob;
  step: KeptStep;
  /** Address of the Worker in use, to which this file goes. */
  address: string;
}

/** One file through its steps; what was read of it stays while the person moves between steps. */
export function DraftSteps({ kept, file, step, address }: Props) {
  const { actions, connection, files, templates } = useApp();
  const draft = useMemo(() => {
    const screen: ScreenNumbers = async (id, packed) => {
      const client = connection.settings.peek()?.address === address ? connection.client.peek() : null;
      return client === null ? null : screenNumbers(client, id, packed);
    };
    const deps = { kept: files, corrections: (id: string) => createCorrectionStore(id, () => {}), startCheck };
    return createImportDraft(
      file,
      startCheck,
      columnMemory,
      (of, columns) => settleFile(kept.id, of, columns, deps),
      screen,
    );
  }, [file]);
  const accountState = connection.account.loadable.value;
  const account = known(accountState);
  const template = known(templates.loadable.value)?.items.find(({ id }) => id === kept.template.id) ?? null;
  const waiting = accountState.state === 'loading' || templates.loadable.value.state === 'loading';
  const country = account?.country ?? USUAL_COUNTRY;
  const text = template === null ? null : templateText(template);
  const isMessage = template?.channel === 'sms';
  // A viewer makes no imports, so the question would be refused.
  const screensFor = template === null || account === null || account.role === 'viewer' ? null : template.id;
  const callDuplicates = template !== null && callsDuplicates(template);

  const onlyNew = kept.onlyNew === true;
  const { unlessChanged } = kept;
  const override = kept.override !== null;
  const pressedAt = kept.press?.at ?? null;
  // What is confirmed must be what is sent: with all corrections so far, from every window.
  const sending = step === 'confirm' ? kept.edition : null;
  // Before anything is painted, because what was read for another template must not be shown with this one.
  useLayoutEffect(() => {
    if (waiting) return;
    const { columns: chosen } = kept;
    draft.update({
      country,
      chosen,
      callDuplicates,
      isMessage,
      text,
      screensFor,
      onlyNew,
      unlessChanged,
      override,
      pressedAt,
      sending,
    });
  }, [
    draft,
    waiting,
    country,
    callDuplicates,
    isMessage,
    text,
    screensFor,
    onlyNew,
    unlessChanged,
    override,
    pressedAt,
    kept.columns,
    sending,
  ]);
  useEffect(() => () => draft.stop(), [draft]);
  const isSorting = useFirstStep(kept, step, draft);
  useEffect(() => {
    if (kept.step !== step && !isSorting) void actions.change(kept.id, { step });
  }, [kept.id, step, isSorting]);

  const check = draft.check.state.value;
  const rows = check.state === 'checked' ? check.checked.summary.rows.total : null;
  // Set together with what is shown, before anybody can leave: it distinguishes this draft from others with the same
  // name.
  useLayoutEffect(() => {
    if (rows !== null && rows !== kept.rows) void actions.change(kept.id, { rows });
  }, [kept.id, kept.rows, rows]);

  return (
    <div class="import-steps stack">
      <StepIndicator current={step} id={kept.id} lacks={lackingStep(draft.columns.value, draft.map.value, check)} />
      <WorkerAway />
      {isSorting ? (
        <NotChecked kept={kept} draft={draft} />
      ) : (
        <CurrentStep step={step} kept={kept} file={file} draft={draft} template={template} account={account} />
      )}
    </div>
  );
}

function CurrentStep({ step, ...props }: StepProps & { step: KeptStep }) {
  switch (step) {
    case 'file':
      return <FileStep {...props} />;
    case 'columns':
      return <ColumnsStep {...props} />;
    case 'check':
      return <CheckStep {...props} />;
    case 'confirm':
      return <ConfirmStep {...props} />;
    default:
      return assertNever(step);
  }
}
