import type { ComponentChildren } from 'preact';
import { useApp } from '../../components/app-context.ts';
import { Icon } from '../../components/icon.tsx';
import { Mark } from '../../components/mark.tsx';
import { NotKeptNotice } from '../../components/status/not-kept-notice.tsx';
import { useAskAgain } from './use-ask-again.ts';
import { FIRST_LOOK } from '../../state/campaign-query.ts';
import { useMe } from '../../components/use-me.ts';
import { may } from '../../state/team-rights.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';
import { AccountLine } from './account-line.tsx';
import { BrakeBar } from './brake-bar.tsx';
import { HostNotice } from './host-notice.tsx';
import { VersionNotice } from './version-notice.tsx';
import { WorkerBar } from './worker-bar.tsx';
import './shell.css';

const HOME = formatRoute({ screen: 'home' });
const CAMPAIGNS = formatRoute({ screen: 'campaigns', look: FIRST_LOOK });
const CAMPAIGN_SCREENS: ReadonlySet<string> = new Set([
  'campaigns',
  'campaign',
  'lists',
  'callbacks',
  'sinks',
  'destinations',
  'destination',
]);
const TEMPLATES = formatRoute({ screen: 'templates' });

/** The frame around every screen: where you are, and who you are to the Worker. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { connection, notKept, openPanel, openSettings, openTab, route, surface } = useApp();
  useAskAgain();
  const me = useMe();
  const screen = route.value.screen;
  const atImports = screen === 'home' || screen === 'history';
  const inImport = screen === 'step' || screen === 'import';
  const inCampaigns = CAMPAIGN_SCREENS.has(screen);
  const inTemplates = screen === 'templates' || screen === 'template';
  return (
    <div class="shell">
      <header class="shell-bar">
        <a class="shell-mark" href={HOME} aria-label={words.shell.product}>
          <Mark />
          <span>{words.shell.product}</span>
        </a>
        <nav class="row push">
          {connection.settings.value ? (
            <>
              <a class="shell-link" href={HOME} aria-current={atImports ? 'page' : inImport ? 'true' : undefined}>
                {words.shell.home}
              </a>
              {may(me, 'watchers') ? (
                <a class="shell-link" href={CAMPAIGNS} aria-current={inCampaigns ? 'page' : undefined}>
                  {words.shell.campaigns}
                </a>
              ) : null}
              <a class="shell-link" href={TEMPLATES} aria-current={inTemplates ? 'page' : undefined}>
                {words.shell.templates}
              </a>
            </>
          ) : null}
          <button
            type="button"
            class="shell-icon"
            aria-label={words.shell.settings}
            title={words.shell.settings}
            onClick={openSettings}
          >
            <Icon name="settings" />
          </button>
          {surface === 'popup' && openPanel !== null ? (
            <button
              type="button"
              class="shell-icon"
              aria-label={words.shell.openPanel}
              title={words.shell.openPanel}
              onClick={() => openPanel()}
            >
              <Icon name="panel" />
            </button>
          ) : null}
          {surface === 'popup' ? (
            <button
              type="button"
              class="shell-icon"
              aria-label={words.shell.openTab}
              title={words.shell.openTab}
              onClick={() => openTab(route.value)}
            >
              <Icon name="open" />
            </button>
          ) : null}
        </nav>
      </header>
      <WorkerBar />
      <HostNotice />
      <VersionNotice />
      <NotKeptNotice why={notKept.value} />
      {connection.settings.value ? <BrakeBar /> : null}
      <main class="shell-main">{children}</main>
      {connection.settings.value ? <AccountLine /> : null}
    </div>
  );
}
