import { assertNever } from '../../../shared/result.ts';
import { useApp } from '../../components/app-context.ts';
import { lazyScreen } from '../../components/lazy-screen.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { HomeScreen } from '../home/home-screen.tsx';
import { DropAnywhere } from './drop-anywhere.tsx';
import { Shell } from './shell.tsx';
import { Shortcuts } from './shortcuts.tsx';

const WelcomeScreen = lazyScreen(async () => (await import('../home/welcome-screen.tsx')).WelcomeScreen);
const ImportStepsScreen = lazyScreen(async () => (await import('../import/import-steps-screen.tsx')).ImportStepsScreen);
const WatchScreen = lazyScreen(async () => (await import('../watch/watch-screen.tsx')).WatchScreen);
const TemplatesScreen = lazyScreen(async () => (await import('../templates/templates-screen.tsx')).TemplatesScreen);
const EditorScreen = lazyScreen(async () => (await import('../templates/editor-screen.tsx')).EditorScreen);
const CampaignsScreen = lazyScreen(async () => (await import('../campaigns/campaigns-screen.tsx')).CampaignsScreen);
const CampaignScreen = lazyScreen(async () => (await import('../campaigns/campaign-screen.tsx')).CampaignScreen);
const HistoryScreen = lazyScreen(async () => (await import('../history/history-screen.tsx')).HistoryScreen);
/** Rarely opened screens are in a file of their own, so that the first paint needs only one address for them. */
const FarScreen = lazyScreen(async () => (await import('./far-screen.tsx')).FarScreen);

/** Which screen is shown. */
export function AppScreen() {
  const { connection } = useApp();
  return (
    <>
      <Shell>{connection.settings.value === undefined ? <Skeleton /> : <CurrentScreen />}</Shell>
      <Shortcuts />
      <DropAnywhere />
    </>
  );
}

function CurrentScreen() {
  const { connection, route } = useApp();
  if (!connection.settings.value) return <WelcomeScreen />;
  const current = route.value;
  switch (current.screen) {
    case 'home':
      return <HomeScreen />;
    case 'step':
      return <ImportStepsScreen key={current.id} id={current.id} step={current.step} />;
    case 'import':
      return <WatchScreen key={current.id} id={current.id} />;
    case 'history':
      return <HistoryScreen look={current.look} />;
    case 'campaigns':
      return <CampaignsScreen key={current.look.channel} look={current.look} />;
    case 'campaign':
      return <CampaignScreen key={current.sid} sid={current.sid} channel={current.channel} edit={current.edit} />;
    case 'templates':
      return <TemplatesScreen />;
    case 'template':
      return <EditorScreen key={`${current.id} ${current.copyOf}`} id={current.id} copyOf={current.copyOf} />;
    case 'lists':
    case 'people':
    case 'rules':
    case 'team':
    case 'trail':
    case 'callbacks':
    case 'sinks':
    case 'destinations':
    case 'destination':
      return <FarScreen route={current} />;
    default:
      return assertNever(current);
  }
}
