import type { ComponentChildren, FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadWords } from '../words/load-words.ts';
import { Skeleton } from './status/skeleton.tsx';

/** A screen in a file of its own, so that the first paint does not wait for it. */
export function lazyScreen<Props extends object>(
  load: () => Promise<FunctionComponent<Props>>,
  meanwhile: ComponentChildren = <Skeleton />,
): FunctionComponent<Props> {
  let loaded: FunctionComponent<Props> | null = null;
  return function LazyScreen(props: Props) {
    const [Screen, setScreen] = useState(() => loaded);
    useEffect(() => {
      async function show(): Promise<void> {
        const [screen] = await Promise.all([loaded ?? load(), loadWords()]);
        loaded = screen;
        setScreen(() => loaded);
      }
      void show();
    }, []);
    return Screen ? <Screen {...props} /> : <>{meanwhile}</>;
  };
}
