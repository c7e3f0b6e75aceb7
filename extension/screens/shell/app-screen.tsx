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
const CallbacksScreen = lazyScreen(async () => (await import('../callbacks/callbacks-screen.tsx')).CallbacksScreen);
const SinksScreen = lazyScreen(async () => (await import('../sinks/sinks-screen.tsx')).SinksScreen);
const DestinationsScreen = lazyScreen(
  async () => (await import('../destinations/destinations-screen.tsx')).DestinationsScreen,
);
const DestinationScreen = lazyScreen(
  async () => (await import('../destinations/destination-screen.tsx')).DestinationScreen,
);
const ListsScreen = lazyScreen(async () => (await import('../lists/lists-screen.tsx')).ListsScreen);

const PeopleScreen = lazyScreen(async () => (await import('../people/people-screen.tsx')).PeopleScreen);
const TeamScreen = lazyScreen(async () => (await import('../team/team-screen.tsx')).TeamScreen);
const TrailScreen = lazyScreen(async () => (await import('../team/trail-screen.tsx')).TrailScreen);

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
    case 'lists':
      return <ListsScreen offset={current.offset} />;
    case 'people':
      return <PeopleScreen offset={current.offset} />;
    case 'team':
      return <TeamScreen offset={current.offset} />;
    case 'trail':
      return <TrailScreen search={current.search} offset={current.offset} />;
    case 'callbacks':
      return <CallbacksScreen />;
    case 'sinks':
      return <SinksScreen />;
    case 'destinations':
      return <DestinationsScreen />;
    case 'destination':
      return <DestinationScreen key={current.id} id={current.id} />;
    case 'templates':
      return <TemplatesScreen />;
    case 'template':
      return <EditorScreen key={`${current.id} ${current.copyOf}`} id={current.id} copyOf={current.copyOf} />;
    default:
      return assertNever(current);
  }
}
