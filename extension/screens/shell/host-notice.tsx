import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { hostOf } from '../../storage/settings.ts';
import { words } from '../../words/words.ts';

/**
 * Shown on every screen once the browser no longer allows reaching the Worker, because it looks like a lost connection
 * but is not.
 */
export function HostNotice() {
  const { allowHost, connection } = useApp();
  const [loadable, worker] = [connection.account.loadable.value, connection.settings.value];
  if (!worker || loadable.state !== 'fault' || loadable.fault.code !== 'host_not_allowed') return null;
  return (
    <Notice
      tone="danger"
      title={words.shell.hostNotAllowed(hostOf(worker.address))}
      action={
        <Button look="primary" onClick={() => void allowHost(worker.address)}>
          {words.shell.allowHost}
        </Button>
      }
      alert
    >
      {words.shell.hostNotAllowedNote}
    </Notice>
  );
}
