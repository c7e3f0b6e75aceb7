import type { Template } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Field } from '../../components/form/field.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { known } from '../../state/loadable.ts';
import { hasNoTemplate } from '../../state/draft/meant-worker.ts';
import { formatRoute } from '../../state/route.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { AdjustSection } from './adjust/adjust-section.tsx';
import type { AdjustForm } from './adjust/use-adjust-form.ts';
import { words } from '../../words/words.ts';
import { TemplateChoice } from './template-choice.tsx';

const MAX_NAME = 60;

interface Props {
  kept: KeptImport;
  /** Null while it is not known, or if it was deleted. */
  template: Template | null;
  adjusting: AdjustForm | null;
}

/** What may still change before Start: the name, and how people are reached. */
export function ImportSettings({ kept, template, adjusting }: Props) {
  const { actions, templates } = useApp();
  const all = known(templates.loadable.value)?.items ?? null;
  const gone = all !== null && template === null;
  return (
    <section class="card stack" aria-labelledby="settings">
      <h2 id="settings">{words.confirm.settingsHeading}</h2>
      <Field label={words.confirm.name}>
        {(attributes) => (
          <input
            {...attributes}
            class="input"
            value={kept.name}
            maxLength={MAX_NAME}
            onChange={(event) => {
              const name = event.currentTarget.value.trim();
              if (name !== '') void actions.change(kept.id, { name });
            }}
          />
        )}
      </Field>
      <TemplateChoice kept={kept} channel={template?.channel ?? 'voice'} />
      {template ? (
        <a class="small" href={formatRoute({ screen: 'template', id: template.id, copyOf: null })}>
          {words.confirm.editTemplate}
        </a>
      ) : null}
      {adjusting ? <AdjustSection key={adjusting.template.id} adjusting={adjusting} /> : null}
      {gone ? (
        <Notice tone="danger">
          {hasNoTemplate(kept) ? words.steps.templateElsewhere(kept.template.name) : words.steps.templateGone}
        </Notice>
      ) : null}
    </section>
  );
}
