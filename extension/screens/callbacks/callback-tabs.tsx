import { useMe } from '../../components/use-me.ts';
import { may } from '../../state/team-rights.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';

const ORDER = ['callbacks', 'sinks', 'destinations'] as const;
/** The roles that the Worker requires. */
const WHO = { callbacks: 'watchers', sinks: 'launchers', destinations: 'admins' } as const;

/** Tabs: callbacks that came in, the sinks they came to, and the destinations they go to. */
export function CallbackTabs({ current }: { current: (typeof ORDER)[number] }) {
  const me = useMe();
  return (
    <nav class="tabs" aria-label={words.callbacks.sections}>
      {ORDER.filter((screen) => may(me, WHO[screen])).map((screen) => (
        <a
          key={screen}
          class="tab"
          href={formatRoute({ screen })}
          aria-current={screen === current ? 'page' : undefined}
        >
          {words.callbacks.tabs[screen]}
        </a>
      ))}
    </nav>
  );
}
