import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { isUnderWay } from '../../storage/kept-import.ts';
import type { KeptStep } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { isMeantFor } from '../../state/draft/meant-worker.ts';
import { DraftElsewhere } from '../elsewhere/draft-elsewhere.tsx';
import { DraftSteps } from './draft-steps.tsx';
import './import-steps.css';

/** A kept file and everything about it before Start: finds the file, or says that it is gone. */
export function ImportStepsScreen({ id, step }: { id: string; step: KeptStep }) {
  const { files, go, kept, connection, stay, templates } = useApp();
  const read = useSignal<{ readonly of: string; readonly file: Blob | null } | null>(null);
  const current = kept.value?.find((one) => one.id === id);
  const address = connection.settings.value?.address;

  useEffect(() => {
    void files.readFile(id).then((file) => (read.value = { of: id, file }));
  }, [id]);
  useEffect(() => {
    // What is planned here must be what the Worker will plan: the account and the templates as they are now.
    void connection.account.refresh();
    void templates.refresh();
  }, [id]);

  // Not among the kept ones, the Worker has it, or nobody: either way the watch screen says what became of it.
  const started = kept.value !== null && (current === undefined || isUnderWay(current));
  useEffect(() => {
    if (started) stay({ screen: 'import', id });
  }, [started]);

  if (current === undefined || read.value?.of !== id) return <Skeleton lines={4} />;
  const { file } = read.value;
  if (file === null) {
    return (
      <Notice tone="neutral" action={<Button onClick={() => go({ screen: 'home' })}>{words.shell.home}</Button>}>
        {words.steps.missing}
      </Notice>
    );
  }
  if (address === undefined || !isMeantFor(current, address)) return <DraftElsewhere kept={current} />;
  // Of another Worker nothing stays that was read, asked or typed for this one.
  return <DraftSteps key={address} kept={current} file={file} step={step} address={address} />;
}
