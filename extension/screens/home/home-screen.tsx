import { useEffect } from 'preact/hooks';
import { isPassing } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { lazyScreen } from '../../components/lazy-screen.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useEvery } from '../../components/use-every.ts';
import { useMe } from '../../components/use-me.ts';
import { may, waitingFor } from '../../state/team-rights.ts';
import { known } from '../../state/loadable.ts';
import { words } from '../../words/words.ts';
import { StepIndicator } from '../import/step-indicator.tsx';
import { onCards } from './recent-imports.ts';
import './home-screen.css';

const NewImport = lazyScreen(async () => (await import('./new-import.tsx')).NewImport, <Skeleton lines={2} />);
const RunningNow = lazyScreen(async () => (await import('./running-now.tsx')).RunningNow, null);
const RecentList = lazyScreen(async () => (await import('./recent-list.tsx')).RecentList);
const FirstSteps = lazyScreen(async () => (await import('./first-steps.tsx')).FirstSteps, null);

const WaitingApprovals = lazyScreen(async () => (await import('./waiting-approvals.tsx')).WaitingApprovals, null);
const ViewerHome = lazyScreen(async () => (await import('./viewer-home.tsx')).ViewerHome, null);

const LIST_EVERY_MS = 5_000;

/** Start something new, or open what is under way. */
export function HomeScreen() {
  const { askAnew, connection, go, guideHidden, imports, kept, openSettings, templates } = useApp();
  useEffect(() => {
    // Both are loaded together with the settings; coming back here loads them again.
    if (imports.loadable.value.state !== 'loading') void imports.refresh();
    if (templates.loadable.value.state !== 'loading') void templates.refresh();
  }, []);
  useEvery(LIST_EVERY_MS, async () => {
    // They are loaded once, with the settings; without them nothing can be started here.
    const lack = templates.loadable.value.state === 'fault' ? [templates.refresh()] : [];
    await Promise.all([imports.refresh(), ...lack]);
    const told = imports.loadable.value;
    // A token that no longer counts, or counts again: what may be done here is known from the account alone.
    const isRefused = told.state === 'fault' && !isPassing(told.fault);
    const isHeardAgain = told.state === 'ready' && connection.account.loadable.value.state === 'fault';
    if (isRefused || isHeardAgain) await connection.account.refresh();
  });
  const account = connection.account.loadable.value;
  const listed = templates.loadable.value;
  const page = known(listed);
  const fault =
    account.state === 'fault' ? account.fault : page === null && listed.state === 'fault' ? listed.fault : null;

  const me = useMe();
  const waiting = waitingFor(me, known(imports.loadable.value)?.items ?? []);
  const asked = waiting.map(({ id, approval }) => `${id} ${approval?.at}`).join();
  useEffect(() => {
    // What is seen here, the badge need not show any more.
    if (asked !== '') void askAnew();
  }, [asked]);
  const running = onCards(kept.value ?? [], known(imports.loadable.value)?.items ?? []);

  return (
    <div class="home">
      {waiting.length > 0 ? <WaitingApprovals all={waiting} /> : null}
      {running.length > 0 ? <RunningNow all={running} /> : null}
      {guideHidden.value ? null : (
        <div class="home-guide">
          <FirstSteps />
        </div>
      )}
      {may(me, 'preparers') ? (
        <section class="home-new stack">
          <StepIndicator current="file" id={null} />
          <ScreenTitle>{words.file.title}</ScreenTitle>
          {fault ? (
            <Notice
              tone="danger"
              action={
                <>
                  <Button onClick={() => void connection.account.refresh().then(() => templates.refresh())}>
                    {words.shell.tryAgain}
                  </Button>
                  <Button onClick={openSettings}>{words.shell.settings}</Button>
                </>
              }
            >
              {words.faultSentence(fault)}
            </Notice>
          ) : null}
          {page?.items.length === 0 ? (
            <Notice
              tone="neutral"
              action={
                <Button look="primary" onClick={() => go({ screen: 'template', id: null, copyOf: null })}>
                  {words.file.makeTemplate}
                </Button>
              }
            >
              {words.file.noTemplates}
            </Notice>
          ) : page === null && fault ? null : (
            <NewImport templates={page?.items ?? null} />
          )}
        </section>
      ) : (
        <ViewerHome />
      )}
      <RecentList />
    </div>
  );
}
