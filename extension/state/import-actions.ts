import type { ColumnChoice } from '../../shared/contacts/check-contacts.ts';
import type { DeliveryPreference } from '../../shared/plan/choose-delivery.ts';
import type { Adjustment } from '../../shared/template/adjust-template.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Template } from '../../shared/template/template-schema.ts';
import { isMeantFor, movedTo } from './draft/meant-worker.ts';
import { isSameSent, isSettled, isUnderWay } from '../storage/kept-import.ts';
import type { Expectation, KeptImport, WorkbookFacts } from '../storage/kept-import.ts';
import type { KeptImports } from '../storage/kept-imports.ts';
import { notKeptBecause } from '../storage/not-kept.ts';
import type { NotKept } from '../storage/not-kept.ts';
import { newImportId } from '../storage/new-import-id.ts';
import { retryUploadsNow } from '../upload/retry-uploads-now.ts';
import { nextUploadStep, startUpload } from '../upload/upload-step.ts';

export type TakeInFault =
  | { readonly code: 'empty' }
  | { readonly code: 'too_large'; readonly bytes: number; readonly limitBytes: number }
  | ({ readonly code: 'not_kept' } & NotKept);

export interface ActionDeps {
  readonly kept: KeptImports;
  readonly now: () => number;
  /** Address of the Worker in use. */
  readonly workerInUse: () => string;
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Wakes the background, which does the uploading. */
  readonly wake: () => void;
}

/** What was on screen when Start was pressed: the Worker is asked for exactly that. */
interface Pressed {
  readonly counted: Expectation;
  readonly again: boolean;
  /** Somebody else is asked to start it. */
  readonly ask?: boolean;
  readonly columns: ColumnChoice;
  readonly delivery: DeliveryPreference;
  readonly adjust: Adjustment;
}

type DraftChange = Partial<
  Pick<
    KeptImport,
    'name' | 'template' | 'columns' | 'delivery' | 'adjust' | 'onlyNew' | 'unlessChanged' | 'override' | 'step' | 'rows'
  >
>;

/** What a person can do with a file before it is launched. Each is on disk when it answers. */
export function createImportActions(deps: ActionDeps) {
  return {
    /** Stores a chosen file in the browser. Answers the new import's id. */
    async takeIn(
      file: Blob,
      fileName: string,
      template: KeptImport['template'],
      limitBytes: number,
      sheet: string | null = null,
      workbook: WorkbookFacts | null = null,
    ): Promise<Result<string, TakeInFault>> {
      if (file.size === 0) return err({ code: 'empty' });
      if (file.size > limitBytes) return err({ code: 'too_large', bytes: file.size, limitBytes });
      const id = newImportId(deps.fillRandom);
      try {
        await deps.kept.keep(
          {
            id,
            name: importName(fileName),
            fileName: fileName.slice(0, 255),
            fileBytes: file.size,
            edition: 0,
            sent: null,
            sheet,
            workbook,
            template,
            rows: null,
            columns: {},
            delivery: 'auto',
            adjust: {},
            onlyNew: null,
            unlessChanged: false,
            override: null,
            step: 'columns',
            keptAt: deps.now(),
            discardedAt: null,
            worker: deps.workerInUse(),
            press: null,
            upload: { step: 'draft' },
          },
          file,
        );
      } catch (error) {
        return err({ code: 'not_kept', ...notKeptBecause(error) });
      }
      return ok(id);
    },

    /** What may change until Start is pressed; by a function where only a part of something does. */
    change: (id: string, change: DraftChange | ((now: KeptImport) => DraftChange)) =>
      deps.kept.update(id, (kept) => {
        if (isUnderWay(kept)) return kept;
        return { ...kept, ...(typeof change === 'function' ? change(kept) : change) };
      }),

    /** Marks a draft that was not started as discarded. Its file is kept for a while, so that this can be undone. */
    async discard(id: string): Promise<void> {
      await deps.kept.update(id, (kept) => (isUnderWay(kept) ? kept : { ...kept, discardedAt: deps.now() }));
      deps.wake();
    },

    /** Moves a draft to the Worker in use. Answers the draft as it is then, or null if it is gone. */
    useHere: (id: string, templates: readonly Template[]) =>
      deps.kept.update(id, (kept) => movedTo(kept, deps.workerInUse(), templates)),

    undoDiscard: (id: string) => deps.kept.update(id, (kept) => ({ ...kept, discardedAt: null })),

    /**
     * Remembers the press and what was on screen; the background does the rest, whatever is closed. An import whose other
     * file the Worker holds goes on as another one: it would take no second file. Answers the id it goes on under; null when
     * something was changed since that is not on the screen, or another Worker is in use by now, and then nothing is started:
     * no more than when it rejects, because the press was not kept.
     */
    async press(
      saw: KeptImport,
      { counted, again, ask = false, columns, delivery, adjust }: Pressed,
    ): Promise<string | null> {
      const { id, upload } = saw;
      const isOther = upload.step === 'asks_again' && !isSameSent(saw.press?.sent ?? null, saw.sent);
      const newId = isOther ? newImportId(deps.fillRandom) : id;
      const at = deps.now();
      let taken = false;
      await deps.kept.update(id, (kept) => {
        // Read this late, because the Worker may have been switched since the press.
        const worker = deps.workerInUse();
        taken = isAsSeen(kept, saw) && isMeantFor(kept, worker) && isSettled(kept, columns) && !isUnderWay(kept);
        const press = { ...counted, again, ...(ask && { ask }), at, sent: kept.sent };
        return taken ? { ...kept, id: newId, worker, columns, delivery, adjust, press, upload: startUpload() } : kept;
      });
      if (!taken) return null;
      deps.wake();
      return newId;
    },

    /** A background that was ended continues at once too, instead of at its next alarm. */
    wake: deps.wake,

    /** The network is back. */
    async hurry(): Promise<void> {
      await retryUploadsNow(deps.kept);
      deps.wake();
    },

    async tryAgain(id: string): Promise<void> {
      await deps.kept.update(id, (kept) => {
        const next = nextUploadStep(kept, { type: 'try_again' });
        return next.step === 'launched' ? kept : { ...kept, upload: next };
      });
      deps.wake();
    },
  };
}

/** Compares what another window may have changed and the counts depend on; the rest is sent with the press. */
function isAsSeen(kept: KeptImport, saw: KeptImport): boolean {
  if (kept.onlyNew !== saw.onlyNew || kept.unlessChanged !== saw.unlessChanged) return false;
  if (kept.worker !== saw.worker || kept.override !== saw.override) return false;
  return kept.template.id === saw.template.id && kept.edition === saw.edition && isSameSent(kept.sent, saw.sent);
}

/** "Diwali leads.csv" -> "Diwali leads" */
function importName(fileName: string): string {
  const bare = fileName.replace(/\.[a-z0-9]{1,5}$/i, '').trim();
  return (bare === '' ? fileName : bare).slice(0, 200);
}
