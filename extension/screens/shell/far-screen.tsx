import { assertNever } from '../../../shared/result.ts';
import { lazyScreen } from '../../components/lazy-screen.tsx';
import type { Route } from '../../state/route.ts';

const CallbacksScreen = lazyScreen(async () => (await import('../callbacks/callbacks-screen.tsx')).CallbacksScreen);
const SinksScreen = lazyScreen(async () => (await import('../sinks/sinks-screen.tsx')).SinksScreen);
const DestinationsScreen = lazyScreen(
  async () => (await import('../destinations/destinations-screen.tsx')).DestinationsScreen,
);
const DestinationScreen = lazyScreen(
  async () => (await import('../destinations/destination-screen.tsx')).DestinationScreen,
);
const ListsScreen = lazyScreen(async () => (await import('../lists/lists-screen.tsx')).ListsScreen);

const RulesScreen = lazyScreen(async () => (await import('../rules/rules-screen.tsx')).RulesScreen);
const PeopleScreen = lazyScreen(async () => (await import('../people/people-screen.tsx')).PeopleScreen);
const TeamScreen = lazyScreen(async () => (await import('../team/team-screen.tsx')).TeamScreen);
const TrailScreen = lazyScreen(async () => (await import('../team/trail-screen.tsx')).TrailScreen);

type FarRoute = Extract<
  Route,
  {
    readonly screen:
      | 'lists'
      | 'people'
      | 'rules'
      | 'team'
      | 'trail'
      | 'callbacks'
      | 'sinks'
      | 'destinations'
      | 'destination';
  }
>;

/** Screens that are opened from the foot of the window or from other screens. */
export function FarScreen({ route }: { route: FarRoute }) {
  switch (route.screen) {
    case 'lists':
      return <ListsScreen offset={route.offset} />;
    case 'people':
      return <PeopleScreen offset={route.offset} />;
    case 'rules':
      return <RulesScreen />;
    case 'team':
      return <TeamScreen offset={route.offset} />;
    case 'trail':
      return <TrailScreen search={route.search} offset={route.offset} />;
    case 'callbacks':
      return <CallbacksScreen />;
    case 'sinks':
      return <SinksScreen />;
    case 'destinations':
      return <DestinationsScreen />;
    case 'destination':
      return <DestinationScreen key={route.id} id={route.id} />;
    default:
      return assertNever(route);
  }
}
