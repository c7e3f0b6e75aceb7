import { useApp } from '../../components/app-context.ts';
import { useAskAgain } from './use-ask-again.ts';
import { formatRoute } from '../../state/route.ts';
import { known } from '../../state/loadable.ts';
import { formatClock, zoneLabel } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

const PEOPLE = formatRoute({ screen: 'people', offset: 0 });
const TEAM = formatRoute({ screen: 'team', offset: 0 });

/** Who the Worker says you are and when calls may be made; or since when nobody answers. */
export function AccountLine() {
  const { clock, connection, shortcutsOpen } = useApp();
  useAskAgain();
  const loadable = connection.account.loadable.value;
  const account = known(loadable);
  const isAway = loadable.state === 'fault' || !connection.isReached.value;
  if (loadable.state === 'loading') return <footer class="shell-foot">{words.shell.loading}</footer>;
  return (
    <footer class="shell-foot">
      <span>
        <span class={`shell-dot${isAway ? ' shell-dot-off' : ''}`} aria-hidden="true" />
        {isAway || !account
          ? words.shell.notConnected
          : words.shell.connectedAs(account.user, words.options.regions[account.region])}
      </span>
      {account ? (
        <span>
          {words.shell.callingHours(account.window.from, account.window.to, zoneLabel(clock.value, account.timeZone))}
        </span>
      ) : null}
      {account ? (
        <a class="shell-keys" href={PEOPLE}>
          {words.shell.people}
        </a>
      ) : null}
      {account?.role === 'admin' ? (
        <a class="shell-keys" href={TEAM}>
          {words.shell.team}
        </a>
      ) : null}
      <button type="button" class="shell-keys" onClick={() => (shortcutsOpen.value = true)}>
        {words.shell.keys}
      </button>
      {loadable.state === 'fault' ? (
        <span class="push">{words.shell.asOf(formatClock(loadable.at, connection.zone.value))}</span>
      ) : null}
    </footer>
  );
}
