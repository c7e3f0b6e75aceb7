import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { MAX_FILE_BYTES, MAX_FILE_ROWS } from '../../../shared/limits.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Template } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { saveFile } from '../../components/save-file.ts';
import type { TakeInFault } from '../../state/import-actions.ts';
import { pickedTemplate } from '../../state/picked-template.ts';
import { words } from '../../words/words.ts';
import { EXAMPLE_CSV } from './example-file.ts';

/** Where a contact file comes in: dropped, chosen or pasted. In the popup it only leads to a tab. */
export function FilePicker({ templates }: { templates: readonly Template[] }) {
  const { actions, go, lastTemplateId, openTab, surface } = useApp();
  const over = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const template = pickedTemplate(templates, lastTemplateId.value);

  async function take(file: Blob, name: string): Promise<void> {
    if (!template) {
      problem.value = words.home.pickTemplateFirst;
      return;
    }
    busy.value = true;
    problem.value = null;
    const taken = await actions.takeIn(file, name, { id: template.id, name: template.name });
    busy.value = false;
    if (taken.ok) go({ screen: 'check', id: taken.value });
    else problem.value = takeInSentence(taken.error);
  }

  function takeFiles(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (!file) problem.value = words.home.notAFile;
    else if (files && files.length > 1) problem.value = words.home.severalFiles;
    else void take(file, file.name);
  }

  useEffect(() => {
    if (surface === 'popup') return undefined;
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (event.clipboardData?.files.length) takeFiles(event.clipboardData.files);
      else if (text.trim() !== '') void take(new Blob([text], { type: 'text/csv' }), words.home.pastedName);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  });

  return (
    <div
      class={`drop${over.value ? ' drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(event) => {
        event.preventDefault();
        over.value = false;
        takeFiles(event.dataTransfer?.files);
      }}
    >
      <span class="drop-icon">
        <Icon name="upload" size={24} />
      </span>
      {surface === 'popup' ? (
        <>
          <Button look="primary" large onClick={() => openTab({ screen: 'home' })}>
            {words.home.chooseFile}
          </Button>
          <p class="small soft">{words.home.inTab}</p>
        </>
      ) : (
        <>
          <p class="drop-title">
            {busy.value ? words.home.keeping : over.value ? words.home.dropNow : words.home.drop}
          </p>
          <label class="button button-primary button-large drop-button">
            <input
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
              disabled={busy.value}
              onChange={(event) => {
                takeFiles(event.currentTarget.files);
                event.currentTarget.value = ''; // the same file may be chosen again after it was corrected
              }}
            />
            {words.home.chooseFile}
          </label>
          <p class="small soft">{words.home.paste}</p>
        </>
      )}
      <p class="small soft">
        {words.home.limits(MAX_FILE_BYTES, MAX_FILE_ROWS)} ·{' '}
        <button
          type="button"
          class="link-button"
          onClick={() => saveFile(new Blob([EXAMPLE_CSV], { type: 'text/csv' }), words.home.exampleName)}
        >
          {words.home.example}
        </button>
      </p>
      {problem.value ? (
        <Notice tone="danger" alert>
          {problem.value}
        </Notice>
      ) : null}
    </div>
  );
}

function takeInSentence(fault: TakeInFault): string {
  switch (fault.code) {
    case 'empty':
      return words.home.empty;
    case 'too_large':
      return words.home.tooLarge(fault.bytes, MAX_FILE_BYTES);
    case 'not_kept':
      return words.home.notKept;
    default:
      return assertNever(fault);
  }
}
