import { callbackCalls } from '../../api/callback-calls.ts';
import { useSignal } from '@preact/signals';
import type { Destination } from '../../../shared/protocol/destination.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { known } from '../../state/loadable.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';
import { CallbackTabs } from '../callbacks/callback-tabs.tsx';
import { AsOf } from '../campaigns/as-of.tsx';
import { CampaignTabs } from '../campaigns/campaign-tabs.tsx';
import '../campaigns/campaigns-screen.css';
import { addressFault } from './address-fault.ts';
import { DestinationForm } from './destination-form.tsx';
import './destinations.css';
import { SecretNotice } from './secret-notice.tsx';
import { StateLine } from './state-line.tsx';

/** Where events go: the team's own tools. */
export function DestinationsScreen() {
  const { connection } = useApp();
  const answer = useAnswer('', (client) => callbackCalls(client).destinations());
  const made = useSignal<{ readonly name: string; readonly secret: string } | null>(null);
  const fault = useSignal<ApiFault | null>(null);
  const adding = useSignal(false);
  const page = known(answer.loadable);

  return (
    <div class="stack">
      <ScreenTitle>{words.callbacks.title}</ScreenTitle>
      <CampaignTabs current="callbacks" />
      <CallbackTabs current="destinations" />
      <p class="soft">{words.destinations.lead}</p>
      <AsOf answer={answer} />
      {made.value === null ? null : (
        <SecretNotice said={words.destinations.created(made.value.name)} secret={made.value.secret} />
      )}
      <PressFault said={words.failed.saveDestination} fault={fault.value} />
      {adding.value ? (
        <DestinationForm
          onSave={async (input) => {
            const client = connection.client.value;
            const told = client && (await callbackCalls(client).createDestination(input));
            if (!told) return null;
            const wrong = told.ok ? null : addressFault(told.error);
            fault.value = told.ok || wrong !== null ? null : told.error;
            if (!told.ok) return wrong;
            made.value = told.value;
            adding.value = false;
            await answer.again();
            return null;
          }}
        />
      ) : page === null ? null : (
        <div class="row">
          <Button look="primary" onClick={() => (adding.value = true)}>
            {words.destinations.add}
          </Button>
        </div>
      )}
      {page === null ? (
        answer.loadable.state === 'loading' ? (
          <Skeleton />
        ) : null
      ) : page.items.length === 0 ? (
        <p class="empty">{words.destinations.none}</p>
      ) : (
        page.items.map((destination) => <DestinationCard key={destination.id} destination={destination} />)
      )}
    </div>
  );
}

function DestinationCard({ destination }: { destination: Destination }) {
  const { id, name, url, events } = destination;
  return (
    <section class="card stack destination">
      <h2>
        <a href={formatRoute({ screen: 'destination', id })}>{name}</a>
      </h2>
      <p class="small soft">{url}</p>
      <StateLine destination={destination} />
      <p class="small soft">{events.map((type) => words.destinations.events[type]).join(' · ')}</p>
    </section>
  );
}
