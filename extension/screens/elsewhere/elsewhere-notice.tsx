import type { ComponentChildren } from 'preact';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { useMeantWorker } from '../../components/use-meant-worker.ts';
import { words } from '../../words/words.ts';

interface Props {
  /** Address of the Worker it belongs to, which is not the one in use. */
  worker: string;
  tone: 'warn' | 'neutral';
  title: (worker: string) => string;
  note: (inUse: string) => string;
  /** What else can be done, beside switching to that Worker. */
  children?: ComponentChildren;
}

/** Says that something belongs to another Worker than the one in use, with a button that switches to it. */
export function ElsewhereNotice({ worker, tone, title, note, children }: Props) {
  const { openSettings, useWorker } = useApp();
  const { elsewhere } = words.upload;
  const other = useMeantWorker(worker);
  const inUse = useMeantWorker('');
  // Two Workers may have the same name.
  const name = other.name === inUse.name ? other.whole : other.name;
  return (
    <Notice
      tone={tone}
      title={title(other.whole)}
      alert
      action={
        <>
          {other.meant === null ? (
            <Button onClick={openSettings}>{words.upload.toSettings}</Button>
          ) : (
            <Button onClick={() => void useWorker(worker)}>{elsewhere.switchTo(name)}</Button>
          )}
          {children}
        </>
      }
    >
      {other.meant === null ? `${elsewhere.forgotten} ` : null}
      {note(inUse.whole)}
    </Notice>
  );
}
