import type { Template } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { words } from '../../words/en.ts';

/** One template: who calls, what is said, how often it is tried. */
export function TemplateCard({ template, onDelete }: { template: Template; onDelete: () => void }) {
  const { go } = useApp();
  const { flow, name } = template;
  return (
    <article class="card template">
      <h2>{name}</h2>
      <p class="small soft">
        {[
          words.templates.kinds[flow.kind],
          words.templates.from(template.callerId),
          words.templates.retriesOf(template.retries.count),
        ].join(' · ')}
      </p>
      <p class="template-says">{flow.kind === 'flow' ? flow.url : `“${flow.text}”`}</p>
      <div class="row">
        <Button
          label={words.templates.actionOn(words.templates.edit, name)}
          onClick={() => go({ screen: 'template', id: template.id, copyOf: null })}
        >
          {words.templates.edit}
        </Button>
        <Button
          look="quiet"
          label={words.templates.actionOn(words.templates.duplicate, name)}
          onClick={() => go({ screen: 'template', id: null, copyOf: template.id })}
        >
          {words.templates.duplicate}
        </Button>
        <Button look="quiet-danger" label={words.templates.actionOn(words.templates.remove, name)} onClick={onDelete}>
          {words.templates.remove}
        </Button>
      </div>
    </article>
  );
}
