import { useSignal } from '@preact/signals';
import { assertNever } from '../../../shared/result.ts';
import { useApp } from '../../components/app-context.ts';
import { readContactFile } from '../../files/read-contact-file.ts';
import type { ContactFileFault } from '../../files/read-contact-file.ts';
import { fileLimits } from '../../state/file-limits.ts';
import type { TakeInFault } from '../../state/import-actions.ts';
import { known } from '../../state/loadable.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';

/** Takes files into the browser's own store, in place of the one of `replaces`, and goes on to their columns. */
export function useTakeIn(template: KeptImport['template'] | null, replaces: KeptImport | null) {
  const { actions, connection, files, go, stay } = useApp();
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);

  async function takeIn(file: File, chosen: KeptImport['template']): Promise<string | null> {
    const read = await readContactFile(file);
    if (!read.ok) return readSentence(read.error);
    const { bytes } = fileLimits(known(connection.account.loadable.value));
    const taken = await actions.takeIn(read.value.content, read.value.name, chosen, bytes);
    if (!taken.ok) return takeInSentence(taken.error);
    const columns = { screen: 'step', id: taken.value, step: 'columns' } as const;
    if (replaces === null) go(columns);
    else {
      await files.remove(replaces.id);
      stay(columns); // Back must not lead to what is gone
    }
    return null;
  }

  async function take(file: File): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    problem.value = template === null ? words.file.pickTemplateFirst : await takeIn(file, template);
    busy.value = false;
  }

  return {
    busy,
    problem,
    take: (file: File) => void take(file),
    takeAll: (all: FileList | null | undefined): void => {
      const [file, second] = all ?? [];
      if (!file) problem.value = words.file.notAFile;
      else if (second) problem.value = words.file.severalFiles;
      else void take(file);
    },
    /** Rows as a spreadsheet copies them: cells between tabs. */
    takeText: (text: string) =>
      void take(new File([text], `${words.file.pastedName}.tsv`, { type: 'text/tab-separated-values' })),
  };
}

function readSentence(fault: ContactFileFault): string {
  return fault.code === 'not_text' ? words.file.notText(fault.kind) : words.check.unreadable;
}

function takeInSentence(fault: TakeInFault): string {
  switch (fault.code) {
    case 'empty':
      return words.file.empty;
    case 'too_large':
      return words.file.tooLarge(fault.bytes, fault.limitBytes);
    case 'not_kept':
      return words.file.notKept;
    default:
      return assertNever(fault);
  }
}
