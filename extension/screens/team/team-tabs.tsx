import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';
import '../campaigns/campaigns-screen.css';

const PLACES = {
  people: formatRoute({ screen: 'team', offset: 0 }),
  trail: formatRoute({ screen: 'trail', search: '', offset: 0 }),
  rules: formatRoute({ screen: 'rules' }),
};

/** Who may do what, and who did what. */
export function TeamTabs({ current }: { current: keyof typeof PLACES }) {
  return (
    <nav class="tabs" aria-label={words.team.sections}>
      {(['people', 'trail', 'rules'] as const).map((place) => (
        <a key={place} class="tab" href={PLACES[place]} aria-current={place === current ? 'page' : undefined}>
          {words.team.tabs[place]}
        </a>
      ))}
    </nav>
  );
}
