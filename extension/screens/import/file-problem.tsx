import type { FileFault } from '../../../shared/contacts/file-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { isOfColumns } from '../../state/draft/step-reason.ts';
import type { KeptImport, KeptStep } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';

/** Why the whole file cannot be used, and the step where that can be fixed; null if the browser lost the file. */
export function FileProblem({ kept, fault }: { kept: KeptImport; fault: FileFault | null }) {
  const { go } = useApp();
  const step: KeptStep = fault !== null && isOfColumns(fault) ? 'columns' : 'file';
  return (
    <Notice
      tone="danger"
      title={words.check.faultHeading}
      action={
        <Button onClick={() => go({ screen: 'step', id: kept.id, step })}>
          {step === 'columns' ? words.check.toColumns : words.check.toFile}
        </Button>
      }
      alert
    >
      {fault ? words.sentences.fileFault(fault) : words.check.unreadable}
    </Notice>
  );
}
