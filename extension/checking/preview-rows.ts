import { readSample } from './read-sample.ts';
import { createContactCheck } from '../../shared/contacts/check-contacts.ts';
import type { CheckSettings } from '../../shared/contacts/check-contacts.ts';
import type { FileFault } from '../../shared/contacts/file-fault.ts';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { bindText } from '../../shared/template/text-variables.ts';
import type { PreviewPage, PreviewWant } from './check-messages.ts';
import { PreviewWindow } from './preview-window.ts';
import { sniffColumns } from './sniff-columns.ts';

/** What people around a row hear or read. The file is read only as far as necessary. */
export async function previewRows(
  file: Blob,
  settings: CheckSettings,
  want: PreviewWant,
): Promise<Result<PreviewPage, FileFault>> {
  const sniffed = await sniffColumns(file, settings);
  if (!sniffed.ok) return sniffed;
  const { headings } = sniffed.value;
  const bound = bindText(settings.text ?? '', headings, settings.columns);
  if (!bound.ok) return bound;
  const window = new PreviewWindow(want, bound.value, headings);
  const read = await readInto(window, file, settings);
  if (!read.ok) return read;
  const page = window.page();
  // The requested line is past the end, so the rows before it have to be read again with their cells.
  if (page.rows.length > 0 || want.at === 'missing' || window.lastLine === 0) return ok(page);
  const near = await previewRows(file, settings, { at: 'line', line: window.lastLine });
  return near.ok ? ok({ ...near.value, absent: page.absent }) : near;
}

async function readInto(window: PreviewWindow, file: Blob, settings: CheckSettings): Promise<Result<null, FileFault>> {
  const check = createContactCheck({ ...settings, sample: await readSample(file) }, window);
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const pushed = check.push(value);
    if (!pushed.ok || window.isFull) {
      await reader.cancel();
      return pushed.ok ? ok(null) : pushed;
    }
  }
  const finished = check.finish();
  return finished.ok ? ok(null) : finished;
}
