import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadWords } from '../words/load-words.ts';
import { words } from '../words/words.ts';
import { Button } from './button.tsx';
import { Notice } from './status/notice.tsx';
import { Skeleton } from './status/skeleton.tsx';

/**
 * A screen in a file of its own, so that the first paint does not wait for it. Where the browser cannot read that file,
 * it says so: a browser may keep the failure until the page is loaded anew, so that is what the button does.
 */
export function lazyScreen<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  meanwhile: ComponentChildren = <Skeleton />,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  return function LazyScreen(props: Props) {
    const [Screen, setScreen] = useState(() => loaded);
    const [isUnread, setUnread] = useState(false);
    useEffect(() => {
      async function show(): Promise<void> {
        const [screen] = await Promise.all([loaded ?? load(), loadWords()]);
        loaded = screen;
        setScreen(() => loaded);
      }
      show().catch(() => setUnread(true));
    }, []);
    if (Screen) return <Screen {...props} />;
    if (!isUnread) return <>{meanwhile}</>;
    return (
      <Notice tone="danger" action={<Button onClick={() => location.reload()}>{words.shell.reload}</Button>} alert>
        {words.shell.unread}
      </Notice>
    );
  };
}
