import { useSignal } from '@preact/signals';
import type { CallbackQuery } from '../../../shared/protocol/sink.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { exportCallbacks, type ExportFormat } from '../../api/export-callbacks.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { saveFile } from '../../components/save-file.ts';
import { PressFault } from '../../components/status/press-fault.tsx';
import { words } from '../../words/words.ts';

const FORMATS = ['csv', 'ndjson'] as const;

/** Saves all matching callbacks, not only the visible ones, as a file. */
export function CallbackExport({ query }: { query: CallbackQuery }) {
  const { connection } = useApp();
  const busy = useSignal<ExportFormat | null>(null);
  const fault = useSignal<ApiFault | null>(null);

  async function download(format: ExportFormat): Promise<void> {
    const call = connection.call.value;
    if (call === null || busy.value !== null) return;
    busy.value = format;
    const told = await exportCallbacks(call, query, format);
    busy.value = null;
    fault.value = told.ok ? null : told.error;
    if (told.ok) saveFile(told.value, `callbacks.${format}`);
  }

  return (
    <>
      <div class="row">
        {FORMATS.map((format) => (
          <Button key={format} busy={busy.value === format} onClick={() => void download(format)}>
            {words.callbacks.download[format]}
          </Button>
        ))}
      </div>
      <PressFault said={words.failed.download} fault={fault.value} />
    </>
  );
}
