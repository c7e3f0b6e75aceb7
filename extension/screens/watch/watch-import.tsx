import { useEffect, useMemo } from 'preact/hooks';
import type { WorkerClient } from '../../api/worker-client.ts';
import { openLive } from '../../api/open-live.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { ImportGone } from '../elsewhere/import-gone.tsx';
import { createImportWatch } from './create-import-watch.ts';
import { words } from '../../words/words.ts';
import { WatchView } from './watch-view.tsx';

/** Connects one import at the Worker with the screen while it is shown. */
export function WatchImport({ id }: { id: string }) {
  const { connection } = useApp();
  const client = connection.client.value;
  const address = connection.settings.value?.address;
  return client && address !== undefined ? <Watched key={address} id={id} client={client} address={address} /> : null;
}

function Watched({ id, client, address }: { id: string; client: WorkerClient; address: string }) {
  const { go, memory } = useApp();
  const watch = useMemo(
    () =>
      createImportWatch({
        ask: () => client.import(id),
        steer: (action) => client.steerImport(id, action),
        openLive: (handlers) => openLive({ address, ticket: client.liveTicket }, id, handlers),
        after: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        random: Math.random,
      }),
    [id, client, address],
  );
  useEffect(() => {
    watch.start();
    // It was seen here, so the badge need not show it.
    return () => {
      watch.stop();
      const seen = watch.view.value;
      if (seen && seen.finishedAt !== null) void memory.unwatch(id);
    };
  }, [watch]);

  const home = <Button onClick={() => go({ screen: 'home' })}>{words.shell.home}</Button>;
  if (watch.gone.value !== null) return <ImportGone id={id} why={watch.gone.value} />;
  const view = watch.view.value;
  if (view) return <WatchView watch={watch} view={view} client={client} />;
  const fault = watch.fault.value;
  return fault ? (
    <Notice tone="danger" title={words.watch.notLoaded} action={home} alert>
      {words.faultSentence(fault)}
    </Notice>
  ) : (
    <Skeleton lines={4} />
  );
}
