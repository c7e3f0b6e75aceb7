import { guessEncoding } from '../../../shared/csv/encoding.ts';
import { RecordReader } from '../../../shared/csv/record-reader.ts';
import type { OnRecords } from '../../../shared/csv/record-reader.ts';
import { createTranscoder } from '../../../shared/csv/transcoder.ts';
import type { FileShape } from '../../../shared/contacts/file-shape.ts';
import { MAX_CELL_BYTES, MAX_COLUMNS, MAX_ROW_BYTES, SNIFF_BYTES } from '../../../shared/limits.ts';

const LIMITS = { columns: MAX_COLUMNS, cellBytes: MAX_CELL_BYTES, rowBytes: MAX_ROW_BYTES };

/** The records of a checked file from the first on; `onRecords` answers false to stop. */
export async function readRecords(file: Blob, shape: FileShape, onRecords: OnRecords): Promise<void> {
  const head = new Uint8Array(await file.slice(0, SNIFF_BYTES).arrayBuffer());
  const { markBytes } = guessEncoding(head);
  const transcoder = createTranscoder(shape.encoding, shape.linesInQuotes);
  const state = { isStopped: false };
  const reader = new RecordReader(shape.delimiter.charCodeAt(0), shape.numberColumn, LIMITS, (batch) => {
    state.isStopped = !onRecords(batch);
    return !state.isStopped;
  });
  const bytes = file.slice(markBytes).stream().getReader();
  for (;;) {
    const { done, value } = await bytes.read();
    if (done) break;
    reader.push(transcoder?.push(value) ?? value);
    if (state.isStopped) {
      await bytes.cancel();
      return;
    }
  }
  if (transcoder) reader.push(transcoder.finish());
  reader.finish();
}
