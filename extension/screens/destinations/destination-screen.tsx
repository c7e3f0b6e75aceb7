import { useSignal } from '@preact/signals';
import { DELIVERY_STATUSES } from '../../../shared/protocol/destination.ts';
import { DELIVERIES_A_PAGE } from '../../api/callback-calls.ts';
import { Pager } from '../../components/pager.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Select } from '../../components/form/select.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { PressFault } from '../../components/status/press-fault.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { known } from '../../state/loadable.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';
import { AsOf } from '../campaigns/as-of.tsx';
import { DeliveryDetail } from './delivery-detail.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { DestinationForm } from './destination-form.tsx';
import { ReplayRange } from './replay-range.tsx';
import { DestinationActions } from './destination-actions.tsx';
import './destinations.css';
import { SecretNotice } from './secret-notice.tsx';
import { StateLine } from './state-line.tsx';
import { useDestination, type Said } from './use-destination.ts';

/** One destination: its state, what was sent, what came back, and what is wrong in words. */
export function DestinationScreen({ id }: { id: string }) {
  const status = useSignal('');
  const offset = useSignal(0);
  const editing = useSignal(false);
  const { answer, log, busy, said, fault, press, replay, change, sendAgain, again } = useDestination(
    id,
    status.value,
    offset.value,
  );
  const destination = known(answer.loadable);
  const page = known(log.loadable);
  const { destinations } = words;
  return (
    <div class="stack">
      <p class="small">
        <a href={formatRoute({ screen: 'destinations' })}>{destinations.back}</a>
      </p>
      <ScreenTitle>{destination?.name ?? words.callbacks.tabs.destinations}</ScreenTitle>
      <AsOf answer={{ ...answer, again }} />
      {destination === null ? (
        answer.loadable.state === 'loading' ? (
          <Skeleton />
        ) : null
      ) : (
        <>
          <section class="card stack destination">
            <p class="small soft">{destination.url}</p>
            <StateLine destination={destination} />
            <DestinationActions
              destination={destination}
              busy={busy.value}
              onPress={(what) => void press(what)}
              onEdit={() => (editing.value = true)}
            />
            <ReplayRange busy={busy.value === 'replay'} onReplay={(range) => void replay(range)} />
          </section>
          {editing.value ? (
            <DestinationForm
              of={destination}
              onSave={async (input) => {
                const wrong = await change(input);
                if (wrong === null) editing.value = false;
                return wrong;
              }}
              onClose={() => (editing.value = false)}
            />
          ) : null}
          <PressFault said={words.failed.destination} fault={fault.value} />
          {said.value === null ? null : <SaidLine said={said.value} />}
          <section class="card stack">
            <h2>{destinations.log}</h2>
            <Select
              label={destinations.status}
              value={status.value}
              options={[
                ['', destinations.anyStatus],
                ...DELIVERY_STATUSES.map((each) => [each, destinations.statuses[each]] as const),
              ]}
              onChange={(next) => {
                status.value = next;
                offset.value = 0;
              }}
            />
            {page === null ? (
              <Skeleton />
            ) : page.items.length === 0 ? (
              <p class="empty">{status.value === '' ? destinations.noDeliveries : destinations.noneFound}</p>
            ) : (
              <>
                <DeliveryList deliveries={page.items} busy={log.busy} onAgain={sendAgain} />
                <Pager
                  total={page.total}
                  offset={page.offset}
                  shown={page.items.length}
                  limit={DELIVERIES_A_PAGE}
                  onMove={(next) => (offset.value = next)}
                />
              </>
            )}
          </section>
        </>
      )}
    </div>
  );
}

function SaidLine({ said }: { said: Said }) {
  if (said.tone === 'secret') return <SecretNotice said={words.destinations.rotated} secret={said.secret} />;
  return (
    <>
      <Notice tone={said.tone} alert>
        {said.text}
      </Notice>
      {said.delivery?.last ? <DeliveryDetail attempt={said.delivery.last} /> : null}
    </>
  );
}
