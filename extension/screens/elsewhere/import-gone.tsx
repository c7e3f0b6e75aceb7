import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { isMeantFor } from '../../state/draft/meant-worker.ts';
import { words } from '../../words/words.ts';
import { ElsewhereNotice } from './elsewhere-notice.tsx';

interface Props {
  id: string;
  why: keyof typeof words.watch.gone;
}

/**
 * For an import that the Worker in use does not have: it was started from here at another Worker, or nobody knows it.
 */
export function ImportGone({ id, why }: Props) {
  const { connection, go, memory } = useApp();
  const { elsewhere } = words.upload;
  /** Where it was started from here; '' if it was not, null until that is known. */
  const worker = useSignal<string | null>(null);
  useEffect(() => {
    void memory.read().then(({ startedAt }) => (worker.value = startedAt.find((one) => one.id === id)?.worker ?? ''));
  }, [id]);
  if (worker.value === null) return null;
  const home = <Button onClick={() => go({ screen: 'home' })}>{words.shell.home}</Button>;
  if (why === 'deleted' || isMeantFor({ worker: worker.value }, connection.settings.value?.address ?? '')) {
    return (
      <Notice tone="neutral" action={home}>
        {words.watch.gone[why]}
      </Notice>
    );
  }
  return (
    <ElsewhereNotice worker={worker.value} tone="neutral" title={elsewhere.started} note={elsewhere.startedNote}>
      {home}
    </ElsewhereNotice>
  );
}
