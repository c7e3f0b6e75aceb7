import { versionFault } from '../../../shared/version.ts';
import { useApp } from '../../components/app-context.ts';
import { Notice } from '../../components/status/notice.tsx';
import { known } from '../../state/loadable.ts';
import { words } from '../../words/words.ts';

/** Shown on every screen if the versions of extension and Worker are too far apart to understand each other. */
export function VersionNotice() {
  const account = known(useApp().connection.account.loadable.value);
  const fault = account ? versionFault(account) : null;
  if (fault === null) return null;
  const { title, note } = words.shell.versions[fault.code];
  return (
    <Notice tone="danger" title={title} alert>
      {note(fault.version, fault.needed)}
    </Notice>
  );
}
