import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Template } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { lazyScreen } from '../../components/lazy-screen.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { fileLimits } from '../../state/draft/file-limits.ts';
import { known } from '../../state/loadable.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { ExampleLink } from './example-link.tsx';
import { PasteRows } from './paste-rows.tsx';
import { useTakeIn } from './use-take-in.ts';
import './file-picker.css';

/** Loaded separately, because few files have several sheets. */
const SheetChoice = lazyScreen(async () => (await import('./sheet-choice.tsx')).SheetChoice);

interface Props {
  template: Template | null;
  /** The import whose file the new one replaces. */
  replaces: KeptImport | null;
}

/** Takes a contact file: dropped, chosen or pasted. In the popup it only leads to a tab. */
export function FilePicker({ template, replaces }: Props) {
  const { connection, dropped, openTab, route, surface } = useApp();
  const over = useSignal(false);
  const pasting = useSignal(false);
  const { busy, choice, problem, reading, stop, takeAll, takeText, useSheet } = useTakeIn(template, replaces);
  const limits = fileLimits(known(connection.account.loadable.value));

  useEffect(() => {
    const files = dropped.value;
    if (files === null) return;
    takeAll(files);
    // Without a template the file waits, and is taken in once one is chosen.
    if (template !== null || files.length !== 1) dropped.value = null;
  }, [dropped.value, template]);
  useEffect(() => {
    if (surface === 'popup') return undefined;
    const paste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      const files = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) takeAll(files);
      else if (text.trim() !== '') takeText(text);
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
        takeAll(event.dataTransfer?.files);
      }}
    >
      <span class="drop-icon">
        <Icon name="upload" size={24} />
      </span>
      {surface === 'popup' ? (
        <>
          <Button look="primary" large onClick={() => openTab(route.value)}>
            {words.file.choose}
          </Button>
          <p class="small soft">{words.file.inTab}</p>
        </>
      ) : (
        <>
          <p class="drop-title">
            {busy.value ? words.file.keeping : over.value ? words.file.dropNow : words.file.drop}
          </p>
          <div class="row drop-ways">
            <label class="button button-primary button-large drop-button">
              <input
                type="file"
                accept=".csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods,.numbers,text/csv,text/tab-separated-values,text/plain"
                disabled={busy.value}
                onChange={(event) => {
                  takeAll(event.currentTarget.files);
                  event.currentTarget.value = ''; // the same file may be chosen again after it was corrected
                }}
              />
              {words.file.choose}
            </label>
            <Button large expanded={pasting.value} onClick={() => (pasting.value = !pasting.value)}>
              {words.file.pasteRows}
            </Button>
          </div>
          {reading.value === null ? null : (
            <p class="row" role="status">
              {words.spreadsheets.reading}
              <Button look="quiet" onClick={stop}>
                {words.spreadsheets.stop}
              </Button>
            </p>
          )}
          {choice.value === null ? null : (
            <SheetChoice {...choice.value} busy={busy.value} onUse={useSheet} onStop={stop} />
          )}
          {pasting.value ? <PasteRows busy={busy.value} onRows={takeText} /> : null}
        </>
      )}
      <p class="small soft">{words.file.limits(limits.bytes, limits.rows)}</p>
      {template ? <ExampleLink template={template} /> : null}
      {problem.value === null ? null : (
        <Notice tone="danger" alert>
          {problem.value}
        </Notice>
      )}
    </div>
  );
}
