import { ImportEnded } from '../../../../worker/import/record/import-ended.ts';
import type { CampaignRow } from '../../../../worker/import/outbox/campaign-row.ts';
import type { ImportRecord } from '../../../../worker/import/record/import-record.ts';
import type { ImportStore } from '../../../../worker/import/record/import-store.ts';

/**
 * An import's storage whose last writes may be lost: they are on disk after the next await that waits for the disk, as
 * the platform promises. It has only the parts that the model stores.
 */
export function createMemoryStore(
  record: ImportRecord,
): ImportStore & { flush(): void; loseUnflushed(): void; end(): void } {
  let written = { record, rows: new Map<number, CampaignRow>() };
  let flushed = written;
  let isOver = false;
  const none = (): void => undefined;
  const alive = (): void => {
    if (isOver) throw new ImportEnded();
  };
  return {
    record: () => written.record,
    saveRecord: (next) => {
      alive();
      written = { ...written, record: next };
    },
    campaigns: () => [...written.rows.values()].toSorted((left, right) => left.seq - right.seq),
    saveCampaign: (row) => {
      alive();
      written = { ...written, rows: new Map(written.rows).set(row.seq, row) };
    },
    flush: () => {
      flushed = written;
    },
    loseUnflushed: () => {
      written = flushed;
    },
    /** A life that was erased refuses writes, as the real store does. */
    end: () => {
      isOver = true;
    },
    received: () => record.fileBytes,
    addPart: none,
    partAt: () => null,
    partSizes: () => [],
    clearCheck: none,
    clearChecksBefore: none,
    addIssues: none,
    issues: () => [],
    addSkips: none,
    skips: () => [],
    rewrites: () => 0,
    rewritePart: none,
    rewriteIssues: none,
    rewriteNumbers: none,
    rewriteSkips: none,
    everySkip: () => [],
    addNumbers: none,
    numbers: () => new Float64Array(),
    marks: () => null,
  };
}
