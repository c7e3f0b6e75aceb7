import { peopleCalls } from '../../api/people-calls.ts';
import { useSignal } from '@preact/signals';
import type { UploadResult } from '../../../shared/people/suppression.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { useMe } from '../../components/use-me.ts';
import { may } from '../../state/team-rights.ts';
import { words } from '../../words/words.ts';
import '../file/file-picker.css';

/** A file of numbers: first counted, then stored, and undone with one press. */
export function NumberFile({ onChange }: { onChange: () => Promise<void> }) {
  const { connection } = useApp();
  const me = useMe();
  const chosen = useSignal<File | null>(null);
  const counted = useSignal<UploadResult | null>(null);
  const kept = useSignal<UploadResult | null>(null);
  const undone = useSignal(false);
  const busy = useSignal(false);
  const failed = useSignal<{ readonly said: string; readonly fault: ApiFault } | null>(null);

  async function send(file: File, isPreview: boolean): Promise<void> {
    busy.value = true;
    const client = connection.client.value;
    const answered = client && (await peopleCalls(client).suppressFile(file, file.name, isPreview));
    busy.value = false;
    if (!answered) return;
    undone.value = false;
    failed.value = answered.ok
      ? null
      : { said: isPreview ? words.failed.readFile : words.failed.addFile, fault: answered.error };
    counted.value = answered.ok && isPreview ? answered.value : null;
    kept.value = answered.ok && !isPreview ? answered.value : null;
    if (answered.ok && !isPreview) await onChange();
  }

  async function undo(upload: string): Promise<void> {
    busy.value = true;
    const client = connection.client.value;
    const answered = client && (await peopleCalls(client).undoSuppressions(upload));
    busy.value = false;
    if (!answered) return;
    failed.value = answered.ok ? null : { said: words.failed.undoUpload, fault: answered.error };
    if (!answered.ok) return;
    kept.value = null;
    undone.value = true;
    await onChange();
  }

  const [file, preview, upload] = [chosen.value, counted.value, kept.value?.upload ?? null];
  return (
    <section class="card stack" aria-labelledby="number-file">
      <h2 id="number-file">{words.people.file}</h2>
      <p class="small soft">{words.people.fileLead}</p>
      <div class="row">
        <label class="button drop-button">
          <input
            type="file"
            class="visually-hidden"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            disabled={busy.value}
            onChange={(event) => {
              const [first] = event.currentTarget.files ?? [];
              chosen.value = first ?? null;
              if (first) void send(first, true);
              event.currentTarget.value = '';
            }}
          />
          {words.people.choose}
        </label>
      </div>
      {preview && file ? (
        <Notice
          tone="neutral"
          title={file.name}
          action={
            <>
              <Button
                look="primary"
                busy={busy.value}
                disabled={preview.added === 0}
                onClick={() => void send(file, false)}
              >
                {words.people.addAll(preview.added)}
              </Button>
              <Button onClick={() => (counted.value = null)}>{words.shell.cancel}</Button>
            </>
          }
          alert
        >
          <ul>
            <li>{words.people.fresh(preview.added)}</li>
            <li>{words.people.known(preview.known)}</li>
            <li>{words.people.unreadable(preview.unreadable)}</li>
            <li>{words.people.readColumns(preview.columns.join(', '))}</li>
            {preview.unreadColumns.length > 0 ? (
              <li>{words.people.unreadColumns(preview.unreadColumns.join(', '))}</li>
            ) : null}
          </ul>
        </Notice>
      ) : null}
      {kept.value ? (
        <Notice
          tone="good"
          action={
            upload !== null && may(me, 'admins') ? (
              <Button busy={busy.value} onClick={() => void undo(upload)}>
                {words.people.undo(kept.value.added)}
              </Button>
            ) : null
          }
          alert
        >
          {words.people.uploaded(kept.value.name)}
        </Notice>
      ) : null}
      {undone.value ? (
        <Notice tone="good" alert>
          {words.people.undone}
        </Notice>
      ) : null}
      {failed.value === null ? null : <PressFault {...failed.value} />}
    </section>
  );
}
