import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Template } from '../../../shared/template/template-schema.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useMe } from '../../components/use-me.ts';
import { may } from '../../state/team-rights.ts';
import { known } from '../../state/loadable.ts';
import { templateUsage } from './template-usage.ts';
import { words } from '../../words/words.ts';
import { TemplateCard } from './template-card.tsx';
import './templates-screen.css';

/** The Worker lists at most this many at once. */
const IMPORTS_COUNTED = 500;

/** The saved templates. */
export function TemplatesScreen() {
  const { connection, go, templates } = useApp();
  const me = useMe();
  const asked = useSignal<Template | null>(null);
  const fault = useSignal<ApiFault | null>(null);
  useEffect(() => void templates.refresh(), []);
  const imports = known(useAnswer('', (client) => client.imports(IMPORTS_COUNTED)).loadable);
  const loadable = templates.loadable.value;
  const page = known(loadable);

  async function remove(template: Template): Promise<void> {
    const answer = await connection.client.value?.deleteTemplate(template.id);
    fault.value = answer && !answer.ok ? answer.error : null;
    await templates.refresh();
  }

  return (
    <div class="stack">
      <header class="row">
        <ScreenTitle>{words.templates.title}</ScreenTitle>
        {may(me, 'preparers') ? (
          <span class="push">
            <Button look="primary" onClick={() => go({ screen: 'template', id: null, copyOf: null })}>
              <Icon name="plus" />
              {words.templates.create}
            </Button>
          </span>
        ) : null}
      </header>
      <PressFault said={words.failed.deleteTemplate} fault={fault.value} />
      {loadable.state === 'fault' ? (
        <Notice
          tone="danger"
          alert
          action={<Button onClick={() => void templates.refresh()}>{words.shell.tryAgain}</Button>}
        >
          {words.faultSentence(loadable.fault)}
        </Notice>
      ) : null}
      {page === null ? (
        loadable.state === 'fault' ? null : (
          <Skeleton />
        )
      ) : page.items.length === 0 ? (
        <p class="empty">{words.templates.none}</p>
      ) : (
        <ul class="templates">
          {page.items.map((template) => (
            <li key={template.id}>
              <TemplateCard
                template={template}
                used={imports === null ? null : templateUsage(template.id, imports)}
                onDelete={() => (asked.value = template)}
              />
            </li>
          ))}
        </ul>
      )}
      {asked.value ? (
        <ConfirmDialog
          danger
          title={words.templates.removeTitle(asked.value.name)}
          body={words.templates.removeBody}
          confirm={words.templates.removeDo}
          keep={words.templates.keep}
          onConfirm={() => asked.value && void remove(asked.value)}
          onClose={() => (asked.value = null)}
        />
      ) : null}
    </div>
  );
}
