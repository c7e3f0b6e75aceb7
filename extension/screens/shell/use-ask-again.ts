import { useEffect } from 'preact/hooks';
import { isPassing } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { useEvery } from '../../components/use-every.ts';

const ASK_EVERY_MS = 5_000;

/**
 * Loads what every screen needs, and continues uploads, once the Worker is back, so that nobody has to press anything.
 */
export function useAskAgain(): void {
  const { actions, connection, templates } = useApp();
  useEvery(ASK_EVERY_MS, async () => {
    const asked = [connection.account, templates].map(async (one) => {
      const { value } = one.loadable;
      if (value.state === 'fault' && isPassing(value.fault)) await one.refresh();
    });
    await Promise.all(asked);
  });
  useEffect(() => {
    actions.wake();
    const hurry = () => void actions.hurry();
    window.addEventListener('online', hurry);
    return () => window.removeEventListener('online', hurry);
  }, [actions]);
}
