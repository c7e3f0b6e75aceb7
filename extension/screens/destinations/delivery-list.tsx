import { useSignal } from '@preact/signals';
import type { Delivery } from '../../../shared/protocol/destination.ts';
import { Button } from '../../components/button.tsx';
import { useMoment } from '../../components/use-moment.ts';
import { words } from '../../words/words.ts';
import { DeliveryDetail } from './delivery-detail.tsx';

interface Props {
  deliveries: readonly Delivery[];
  busy: boolean;
  onAgain: (delivery: Delivery) => Promise<void>;
}

/** What was sent, newest first; a press shows all of it. */
export function DeliveryList({ deliveries, busy, onAgain }: Props) {
  return (
    <ul class="delivery-list" aria-label={words.destinations.log} aria-busy={busy}>
      {deliveries.map((delivery) => (
        <DeliveryLine key={delivery.id} delivery={delivery} onAgain={() => onAgain(delivery)} />
      ))}
    </ul>
  );
}

function DeliveryLine({ delivery, onAgain }: { delivery: Delivery; onAgain: () => Promise<void> }) {
  const when = useMoment();
  const open = useSignal(false);
  const sending = useSignal(false);
  const { id, type, status, attempts, createdAt, nextAt, last } = delivery;
  const { destinations } = words;

  async function again(): Promise<void> {
    sending.value = true;
    await onAgain();
    sending.value = false;
  }

  return (
    <li>
      <details open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
        <summary class="delivery-line">
          <strong>{destinations.statuses[status]}</strong>
          <span>{eventWord(type)}</span>
          <span class="soft">{destinations.tries(attempts)}</span>
          {nextAt === null ? null : <span class="soft">{destinations.nextTry(when(nextAt))}</span>}
          <time class="soft push" dateTime={createdAt}>
            {when(createdAt)}
          </time>
        </summary>
        {open.value ? (
          <div class="stack delivery">
            <div class="row">
              <span class="small soft">{id}</span>
              <span class="push">
                <Button busy={sending.value} label={destinations.againNamed(id)} onClick={() => void again()}>
                  {destinations.again}
                </Button>
              </span>
            </div>
            {last === null ? <p class="soft">{destinations.neverTried}</p> : <DeliveryDetail attempt={last} />}
          </div>
        ) : null}
      </details>
    </li>
  );
}

function eventWord(type: string): string {
  const known: Readonly<Record<string, string>> = words.destinations.events;
  return known[type] ?? type;
}
