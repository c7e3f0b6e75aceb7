import { templateText } from '../../../shared/template/template-schema.ts';
import type { Template } from '../../../shared/template/template-schema.ts';
import type { ComponentChildren } from 'preact';
import { useMe } from '../../components/use-me.ts';
import { may, mayChangeTemplate } from '../../state/team-rights.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import type { UsageCount } from './template-usage.ts';
import { fewestParts } from './fewest-parts.ts';
import { words } from '../../words/words.ts';

interface Props {
  template: Template;
  /** How many imports were made with it; null if not known. */
  used: UsageCount | null;
  onDelete: () => void;
}

/** One template: who calls, what is said, how often it is tried. */
export function TemplateCard({ template, used, onDelete }: Props) {
  const { go } = useApp();
  const { name } = template;
  const me = useMe();
  const isMine = mayChangeTemplate(me, template.createdBy);
  if (!may(me, 'preparers')) return <Said template={template} used={used} />;
  return (
    <Said template={template} used={used}>
      <div class="row">
        {isMine ? (
          <Button
            label={words.templates.actionOn(words.templates.edit, name)}
            onClick={() => go({ screen: 'template', id: template.id, copyOf: null })}
          >
            {words.templates.edit}
          </Button>
        ) : null}
        <Button
          look="quiet"
          label={words.templates.actionOn(words.templates.duplicate, name)}
          onClick={() => go({ screen: 'template', id: null, copyOf: template.id })}
        >
          {words.templates.duplicate}
        </Button>
        {isMine ? (
          <Button look="quiet-danger" label={words.templates.actionOn(words.templates.remove, name)} onClick={onDelete}>
            {words.templates.remove}
          </Button>
        ) : (
          <span class="small soft">{words.team.notYourTemplate}</span>
        )}
      </div>
    </Said>
  );
}

/** What everybody may read of a template. */
function Said({ template, used, children }: Omit<Props, 'onDelete'> & { children?: ComponentChildren }) {
  return (
    <article class="card template">
      <h2>{template.name}</h2>
      <p class="small soft">{factsOf(template).join(' · ')}</p>
      <p class="template-says">{saysOf(template)}</p>
      <p class="small soft template-used">{used === null ? '' : words.templates.usedIn(used.count, used.all)}</p>
      {children}
    </article>
  );
}

function factsOf(template: Template): string[] {
  if (template.channel === 'sms') {
    const { parts, isExact } = fewestParts(template.text);
    return [words.templates.sms, words.templates.from(template.senderId), words.templates.partsOf(parts, isExact)];
  }
  const { flow, callerId, retries } = template;
  return [words.templates.kinds[flow.kind], words.templates.from(callerId), words.templates.retriesOf(retries.count)];
}

function saysOf(template: Template): string {
  const text = templateText(template);
  if (text !== null) return `“${text}”`;
  return template.channel === 'voice' && template.flow.kind === 'flow' ? template.flow.url : '';
}
