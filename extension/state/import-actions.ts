import type { ColumnChoice } from '../../shared/contacts/check-contacts.ts';
import type { DeliveryPreference } from '../../shared/plan/choose-delivery.ts';
import type { Adjustment } from '../../shared/template/adjust-template.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Expectation, KeptImport, WorkbookFacts } from '../storage/kept-import.ts';
import type { KeptImports } from '../storage/kept-imports.ts';
import { newImportId } from '../storage/new-import-id.ts';
import { retryUploadsNow } from '../upload/retry-uploads-now.ts';
import { nextUploadStep, startUpload } from '../upload/upload-step.ts';

export type TakeInFault =
  | { readonly code: 'empty' }
  | { readonly code: 'too_large'; readonly bytes: number; readonly limitBytes: number }
  | { readonly code: 'not_kept' };

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
  readonly saw: Expectation;
  readonly again: boolean;
  readonly columns: ColumnChoice;
  readonly delivery: DeliveryPreference;
  readonly adjust: Adjustment;
}

/** What a person can do with a file before it is launched. Each is on disk when it answers. */
export function createImportActions(deps: ActionDeps) {
  return {
    /** Keeps a chosen file in the browser's own store. Answers the new import's id. */
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
            isCorrected: false,
            sheet,
            workbook,
            template,
            columns: {},
            delivery: 'auto',
            adjust: {},
            step: 'columns',
            keptAt: deps.now(),
            worker: deps.workerInUse(),
            press: null,
            upload: { step: 'draft' },
          },
          file,
        );
      } catch {
        return err({ code: 'not_kept' }); // a full disk, or a file that changed while it was copied
      }
      return ok(id);
    },

    /** What may change until Start is pressed. */
    change: (
      id: string,
      change: Partial<Pick<KeptImport, 'name' | 'template' | 'columns' | 'delivery' | 'adjust' | 'step'>>,
    ) => deps.kept.update(id, (kept) => (kept.upload.step === 'working' ? kept : { ...kept, ...change })),

    /**
     * What is sent from now on in place of the file that was chosen; null for that file. An import the Worker holds
     * already goes on as another one: it would take no other file. Answers the id it goes on under.
     */
    async keepCorrected({ id, upload }: KeptImport, corrected: Blob | null): Promise<string> {
      await deps.kept.keepCorrected(id, corrected);
      if (upload.step === 'draft') return id;
      const newId = newImportId(deps.fillRandom);
      await deps.kept.rename(id, newId);
      await deps.kept.update(newId, (kept) => ({ ...kept, press: null, upload: { step: 'draft' } }));
      return newId;
    },

    /** Remembers the press and what was on screen; the background does the rest, whatever is closed. */
    async press(id: string, { saw, again, columns, delivery, adjust }: Pressed): Promise<void> {
      await deps.kept.update(id, (kept) =>
        kept.upload.step === 'working'
          ? kept
          : { ...kept, columns, delivery, adjust, press: { ...saw, again, at: deps.now() }, upload: startUpload() },
      );
      deps.wake();
    },

    /** Also a background that was ended goes on then, at once and not with its alarm. */
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

/** "Diwali leads.csv" -> "Diwali leads" */
function importName(fileName: string): string {
  const bare = fileName.replace(/\.[a-z0-9]{1,5}$/i, '').trim();
  return (bare === '' ? fileName : bare).slice(0, 200);
}
