import { DISABLE_AFTER_HOURS, FAILING_AFTER_COUNT } from '../../shared/sink-limits.ts';
import type { Destination } from '../../shared/protocol/destination.ts';
import type { TryProblem } from './delivery-schedule.ts';
import type { DestinationRecord } from './destination-store.ts';

export function stateOf({ paused, disabledAt, failures }: DestinationRecord): Destination['state'] {
  if (disabledAt !== null) return 'disabled';
  if (paused) return 'paused';
  return failures >= FAILING_AFTER_COUNT ? 'failing' : 'active';
}

/** What a try says about the destination: one that is taken wipes the slate, days of failures or a 410 switch it off. */
export function afterTry(record: DestinationRecord, problem: TryProblem | null, now: number): DestinationRecord {
  if (problem === null) return { ...record, failures: 0, failingSince: null, lastSuccessAt: now };
  const failingSince = record.failingSince ?? now;
  const isHopeless = problem === 'gone' || now - failingSince >= DISABLE_AFTER_HOURS * 3_600_000;
  return {
    ...record,
    failures: record.failures + 1,
    failingSince,
    disabledAt: isHopeless ? (record.disabledAt ?? now) : record.disabledAt,
  };
}

/** As it is shown: everything but its secrets. */
export function toDestination(record: DestinationRecord): Destination {
  const { id, name, url, events, failures, lastSuccessAt, createdAt, createdBy } = record;
  return {
    id,
    name,
    url,
    events: [...events],
    state: stateOf(record),
    failures,
    lastSuccessAt: lastSuccessAt === null ? null : new Date(lastSuccessAt).toISOString(),
    createdAt: new Date(createdAt).toISOString(),
    createdBy,
  };
}
