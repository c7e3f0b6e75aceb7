import { callbackCalls } from '../../api/callback-calls.ts';
import { useSignal } from '@preact/signals';
import { err, ok, type Result } from '../../../shared/result.ts';
import { DELIVERY_LOG_DAYS } from '../../../shared/sink-limits.ts';
import type { Delivery, DestinationChange } from '../../../shared/protocol/destination.ts';
import type { ApiFault } from '../../api/api-fault.ts';
import type { WorkerClient } from '../../api/worker-client.ts';
import { useApp } from '../../components/app-context.ts';
import { useAnswer } from '../../components/use-answer.ts';
import { words } from '../../words/words.ts';
import { addressFault } from './address-fault.ts';
import type { NewDestination } from './destination-form.tsx';
import type { Replay } from './replay-range.tsx';
import type { DestinationPress } from './destination-actions.tsx';

const DAY_MS = 86_400_000;

/** The result of a press. */
export type Said =
  | { readonly tone: 'good' | 'warn'; readonly text: string; readonly delivery?: Delivery }
  | { readonly tone: 'secret'; readonly secret: string };

/** One destination, its log, and everything that can be done with it. */
export function useDestination(id: string, status: string, offset: number) {
  const { connection, clock, go } = useApp();
  const answer = useAnswer(id, (client) => callbackCalls(client).destination(id));
  const log = useAnswer(`${id} ${status} ${offset}`, (client) => callbackCalls(client).deliveries(id, status, offset));
  const busy = useSignal<DestinationPress | null>(null);
  const said = useSignal<Said | null>(null);
  const fault = useSignal<ApiFault | null>(null);

  async function again(): Promise<void> {
    await Promise.all([answer.again(), log.again()]);
  }

  async function tell(work: (client: WorkerClient) => Promise<Result<Said | null, ApiFault>>): Promise<boolean> {
    const client = connection.client.value;
    if (client === null) return false;
    const told = await work(client);
    said.value = told.ok ? told.value : null;
    fault.value = told.ok ? null : told.error;
    return told.ok;
  }

  async function press(what: DestinationPress): Promise<void> {
    if (busy.value !== null) return;
    busy.value = what;
    const isDone = await tell((client) => doPress(client, id, what, clock.value));
    busy.value = null;
    if (what === 'remove' && isDone) go({ screen: 'destinations' });
    else await again();
  }

  async function replay(range: Replay): Promise<void> {
    if (busy.value !== null) return;
    busy.value = 'replay';
    await tell((client) => replayed(client, id, range));
    busy.value = null;
    await again();
  }

  /** Answers what is wrong with the address; null if it was saved. */
  async function change({ events, ...rest }: NewDestination): Promise<string | null> {
    const input: DestinationChange = { ...rest, events: [...events] };
    let wrong: string | null = null;
    await tell(async (client) => {
      const told = await callbackCalls(client).changeDestination(id, input);
      wrong = told.ok ? null : addressFault(told.error);
      if (told.ok) return ok({ tone: 'good', text: words.destinations.changed });
      return wrong === null ? told : ok(null);
    });
    if (wrong === null) await again();
    return wrong;
  }

  async function sendAgain(delivery: Delivery): Promise<void> {
    await tell(async (client) => {
      const told = await callbackCalls(client).replayDelivery(id, delivery.id);
      return told.ok ? ok(null) : told;
    });
    await again();
  }

  return { answer, log, busy, said, fault, press, replay, change, sendAgain, again };
}

async function replayed(client: WorkerClient, id: string, range: Replay): Promise<Result<Said, ApiFault>> {
  const told = await callbackCalls(client).replay(id, range);
  return told.ok ? ok({ tone: 'good', text: words.destinations.replayed(told.value.replayed) }) : told;
}

async function doPress(
  client: WorkerClient,
  id: string,
  press: DestinationPress,
  now: number,
): Promise<Result<Said | null, ApiFault>> {
  switch (press) {
    case 'test': {
      const told = await callbackCalls(client).testDestination(id);
      if (!told.ok) return told;
      const isTaken = told.value.status === 'delivered';
      const text = isTaken ? words.destinations.testGood : words.destinations.testBad;
      return ok({ tone: isTaken ? 'good' : 'warn', text, delivery: told.value });
    }
    case 'pause':
    case 'resume': {
      const told = await callbackCalls(client).changeDestination(id, { paused: press === 'pause' });
      return told.ok ? ok(null) : told;
    }
    case 'replay': {
      // Everything that its log may hold, and events that are told while this request is under way.
      const from = new Date(now - DELIVERY_LOG_DAYS * DAY_MS).toISOString();
      return replayed(client, id, { from, to: new Date(now + DAY_MS).toISOString(), failedOnly: true });
    }
    case 'rotate': {
      const told = await callbackCalls(client).rotateSecret(id);
      return told.ok ? ok({ tone: 'secret', secret: told.value.secret }) : err(told.error);
    }
    case 'remove': {
      const told = await callbackCalls(client).deleteDestination(id);
      return told.ok ? ok(null) : told;
    }
  }
}
