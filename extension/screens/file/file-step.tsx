import { useApp } from '../../components/app-context.ts';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { known } from '../../state/loadable.ts';
import { hasNoTemplate } from '../../state/draft/meant-worker.ts';
import { Notice } from '../../components/status/notice.tsx';
import { chosenBytesOf } from '../../state/draft/sent-file.ts';
import { words } from '../../words/words.ts';
import { Icon } from '../../components/icon.tsx';
import { formatBytes } from '../../words/format-number.ts';
import { StepBar } from '../import/step-bar.tsx';
import type { StepProps } from '../import/step-props.ts';
import { useCorrectedRows } from '../import/use-corrected-rows.ts';
import { FilePicker } from './file-picker.tsx';
import { TemplatePicker } from './template-picker.tsx';

/** Back at the first step: the file and the template this import has, and others in their place. */
export function FileStep({ kept, draft }: Pick<StepProps, 'kept' | 'draft'>) {
  const { actions, go, rememberTemplate, templates } = useApp();
  const all = known(templates.loadable.value)?.items;
  const corrected = useCorrectedRows(kept, draft.choice.value);
  const picked = all?.find(({ id }) => id === kept.template.id) ?? null;
  return (
    <>
      <ScreenTitle>{words.file.again}</ScreenTitle>
      <div class="step-columns">
        <section class="card stack">
          <p class="row">
            <Icon name="file" />
            <strong class="file-name">{kept.fileName}</strong>
            <span class="soft push">
              {formatBytes(chosenBytesOf(kept))}
              {corrected === 0 ? null : ` · ${words.issues.correctedRows(corrected)}`}
            </span>
          </p>
          {all ? (
            <TemplatePicker
              templates={all}
              picked={picked}
              onPick={({ id, name }) => {
                void rememberTemplate(id);
                void actions.change(kept.id, { template: { id, name } });
              }}
            />
          ) : (
            <Skeleton lines={1} />
          )}
          {hasNoTemplate(kept) ? (
            <Notice tone="warn">{words.steps.templateElsewhere(kept.template.name)}</Notice>
          ) : null}
          <p class="small soft">{words.file.replaceNote}</p>
        </section>
        <FilePicker template={picked} replaces={kept} />
      </div>
      <StepBar
        id={kept.id}
        next="columns"
        reason={null}
        onNext={() => go({ screen: 'step', id: kept.id, step: 'columns' })}
      />
    </>
  );
}
