import { useEffect } from 'preact/hooks';
import { useApp } from '../../components/app-context.ts';
import { lazyScreen } from '../../components/lazy-screen.tsx';
import { useEvery } from '../../components/use-every.ts';
import { known } from '../../state/loadable.ts';

const StopEverything = lazyScreen(async () => (await import('./stop-everything.tsx')).StopEverything, null);

const ASK_EVERY_MS = 10_000;

/** Shown on every screen while anything of anybody is under way, or everything is stopped. */
export function BrakeBar() {
  const { brake, connection } = useApp();
  const client = connection.client.value;
  useEffect(() => void brake.refresh(), [client]);
  useEvery(ASK_EVERY_MS, () => brake.refresh());
  const now = known(brake.loadable.value);
  if (now === null || (now.state === 'released' && now.calls === 0)) return null;
  return <StopEverything />;
}
