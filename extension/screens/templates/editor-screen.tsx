import type { Template } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { known } from '../../state/loadable.ts';
import { NEW_TEMPLATE, toTemplateFields } from '../../state/template-fields.ts';
import type { TemplateFields } from '../../state/template-fields.ts';
import { words } from '../../words/words.ts';
import { TemplateEditor } from './template-editor.tsx';
import '../../components/form/form.css';
import './templates-screen.css';

/** Edits a template: a new one, a copy, or an existing one. */
export function EditorScreen({ id, copyOf }: { id: string | null; copyOf: string | null }) {
  const { go, templates } = useApp();
  const loadable = templates.loadable.value;
  const items = known(loadable)?.items ?? null;
  if (id === null && copyOf === null) return <TemplateEditor id={null} initial={NEW_TEMPLATE} changedAt={null} />;
  if (items === null && loadable.state === 'loading') return <Skeleton lines={5} />;
  const found = items?.find((template) => template.id === (id ?? copyOf));
  if (!found) {
    return (
      <Notice
        tone="neutral"
        action={<Button onClick={() => go({ screen: 'templates' })}>{words.templates.title}</Button>}
      >
        {loadable.state === 'fault' ? words.faultSentence(loadable.fault) : words.editor.missing}
      </Notice>
    );
  }
  return id === null ? (
    <TemplateEditor id={null} initial={copyFields(found)} changedAt={null} />
  ) : (
    <TemplateEditor id={id} initial={toTemplateFields(found)} changedAt={found.updatedAt} />
  );
}

function copyFields(template: Template): TemplateFields {
  return { ...toTemplateFields(template), name: words.editor.copyName(template.name) };
}
