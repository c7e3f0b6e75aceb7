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

/** A kept file before its start: loads it, or says that it is gone. */
export function ImportStepsScreen({ id, step }: { id: string; step: KeptStep }) {
  const { files, go, kept, connection, stay, templates } = useApp();
  const read = useSignal<{ readonly of: string; readonly file: Blob | null } | null>(null);
  const current = kept.value?.find((one) => one.id === id);
  const address = connection.settings.value?.address;

  useEffect(() => {
    void files.readFile(id).then((file) => (read.value = { of: id, file }));
  }, [id]);
  useEffect(() => {
    // This plan must be the one the Worker will make, so account and templates are loaded again.
    void connection.account.refresh();
    void templates.refresh();
  }, [id]);

  // It is not kept here, so either the Worker has it or nobody does; the watch screen shows which.
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
  // A new key per Worker: nothing that was read, asked or typed for another Worker stays.
  return <DraftSteps key={address} kept={current} file={file} step={step} address={address} />;
}
