import { templateText } from '../../../shared/template/template-schema.ts';
import type { Template } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { words } from '../../words/words.ts';

/** One template: who calls, what is said, how often it is tried. */
export function TemplateCard({ template, onDelete }: { template: Template; onDelete: () => void }) {
  const { go } = useApp();
  const { name } = template;
  return (
    <article class="card template">
      <h2>{name}</h2>
      <p class="small soft">{factsOf(template).join(' · ')}</p>
      <p class="template-says">{saysOf(template)}</p>
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

function factsOf(template: Template): string[] {
  if (template.channel === 'sms') return [words.templates.sms, words.templates.from(template.senderId)];
  const { flow, callerId, retries } = template;
  return [words.templates.kinds[flow.kind], words.templates.from(callerId), words.templates.retriesOf(retries.count)];
}

function saysOf(template: Template): string {
  const text = templateText(template);
  if (text !== null) return `“${text}”`;
  return template.channel === 'voice' && template.flow.kind === 'flow' ? template.flow.url : '';
}
