import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/status/notice.tsx';
import type { Connected } from '../../state/test-connection.ts';
import { words } from '../../words/words.ts';

/** What the Worker says: who you are to it, and the rules it calls by. */
export function ConnectedCard({ connected, openApp }: { connected: Connected; openApp: () => void }) {
  const { account, version } = connected;
  const facts = [
    [words.options.user, account.user],
    [words.options.accountSid, account.accountSid],
    [words.options.region, words.options.regions[account.region]],
    [words.options.window, words.options.windowOf(account.window.from, account.window.to, account.timeZone)],
    [words.options.pace, words.options.paceOf(account.callsPerMinute)],
    [words.options.retention, words.options.retentionOf(account.retentionDays)],
    [words.options.version, version],
  ] as const;
  return (
    <section class="card stack">
      <Notice tone="good" title={words.options.saved} alert>
        {words.options.savedNote}
      </Notice>
      <Facts facts={facts} />
      <div class="row">
        <Button look="primary" onClick={openApp}>
          {words.options.open}
        </Button>
      </div>
    </section>
  );
}
