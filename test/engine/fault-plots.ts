import type { ListRow } from '../../worker/import/outbox/list-record.ts';
import type { FaultKind, FaultRuleChange } from '../exotel/faults/faults.ts';
import type { EngineWorld } from './world/engine-world.ts';
import type { Way } from './world/world-template.ts';

type Operation = NonNullable<FaultRuleChange['operation']>;

/** A call to Exotel, and the moment in an import's life when it is made and fails. */
export interface Plot {
  readonly call: string;
  readonly way: Way;
  readonly operation: Operation;
  /** How many of these calls succeed first. */
  readonly skip: number;
  readonly campaigns: number;
  /** What the outcome is about: how often the campaign or list was sent, or how the call itself ended. */
  readonly tells: 'sending' | 'upload' | 'call';
  /** Drives to the moment before the call. */
  readonly before: (world: EngineWorld) => Promise<unknown>;
  /** What a person does to make it happen. */
  readonly act: (world: EngineWorld) => void;
  readonly reached: (world: EngineWorld) => boolean;
}

const isRinging = (world: EngineWorld) => world.rows().some((row) => row.state === 'in_progress');
const isSent = (world: EngineWorld) => world.rows().every((row) => row.sid !== null);
const isClosed = (world: EngineWorld) => world.rows().every((row) => row.closed);
const nothing = () => undefined;

const untilRinging = (world: EngineWorld) => world.runUntil(() => isRinging(world));
const launch = {
  way: 'inline' as const,
  tells: 'call' as const,
  skip: 0,
  campaigns: 2,
  before: () => Promise.resolve(),
  act: nothing,
  reached: isClosed,
};
const stop = {
  way: 'inline' as const,
  tells: 'call' as const,
  skip: 0,
  campaigns: 2,
  before: untilRinging,
  act: (world: EngineWorld) => world.steer('stop'),
  reached: isClosed,
};

const pause = {
  before: untilRinging,
  act: (world: EngineWorld) => world.steer('pause'),
  reached: (world: EngineWorld) => world.state() === 'paused',
};

/** The answer to the create is lost, so that the look-up has something to find out. */
function afterLost(kind: FaultKind) {
  return {
    ...launch,
    tells: 'sending' as const,
    campaigns: 1,
    before: (world: EngineWorld) => Promise.resolve(world.exotel.control.addFaults({ operation: 'create', kind })),
  };
}

const VOICE: readonly Plot[] = [
  { ...launch, tells: 'sending', call: 'create', operation: 'create' },
  { ...afterLost('drop_after'), call: 'look-up of one that was made', operation: 'list' },
  { ...afterLost('drop_before'), call: 'look-up of one that was not', operation: 'list' },
  { ...launch, call: 'reading', operation: 'list' },
  { ...launch, ...pause, call: 'pause', operation: 'action' },
  {
    ...launch,
    call: 'resume',
    operation: 'action',
    before: async (world) => {
      await untilRinging(world);
      world.steer('pause');
      await world.runUntil(() => world.state() === 'paused');
    },
    act: (world) => world.steer('run'),
  },
  // Stopping what rings takes two actions: a pause, then this.
  { ...stop, call: 'complete', operation: 'action', skip: 1 },
  { ...stop, call: 'delete', operation: 'delete', before: (world) => world.runUntil(() => isSent(world)) },
  // The first look comes before the first call has ended.
  { ...launch, call: 'call details', operation: 'calls', skip: 1 },
  { ...stop, call: 'counts', operation: 'get' },
];

const upload = { ...launch, way: 'static' as const, campaigns: 1, tells: 'upload' as const };

/** The answer to the upload is lost, so that the look-up has something to find out. */
function afterLostUpload(kind: FaultKind) {
  const before = (world: EngineWorld) =>
    Promise.resolve(world.exotel.control.addFaults({ operation: 'csv_upload', kind }));
  return { ...upload, before };
}

const isAway = ({ state, orphans }: ListRow) => state === 'dropped' && orphans.length === 0;
const isTakenIn = (world: EngineWorld) => world.rows().every((row) => row.lists.every(({ sid }) => sid !== null));

const LISTS: readonly Plot[] = [
  { ...upload, call: 'upload', operation: 'csv_upload' },
  { ...afterLostUpload('drop_after'), call: 'look-up of one that arrived', operation: 'list_list' },
  { ...afterLostUpload('drop_before'), call: 'look-up of one that did not', operation: 'list_list' },
  { ...upload, tells: 'call', call: 'its progress', operation: 'csv_status' },
  // Found by its name it has no upload to ask after.
  { ...afterLostUpload('drop_after'), tells: 'call', call: 'its size', operation: 'list_get' },
  {
    ...upload,
    tells: 'call',
    call: 'delete after a stop',
    operation: 'list_delete',
    before: (world) => world.runUntil(() => isTakenIn(world)),
    act: (world) => world.steer('stop'),
    reached: (world) => world.rows().every((row) => row.lists.every(isAway)),
  },
  { ...launch, way: 'static', tells: 'sending', campaigns: 1, call: 'create of lists', operation: 'create' },
];

const messages = { ...launch, way: 'sms' as const };

const MESSAGES: readonly Plot[] = [
  { ...messages, tells: 'sending', call: 'create', operation: 'sms_create' },
  { ...messages, call: 'reading', operation: 'sms_list' },
  { ...messages, ...pause, call: 'pause', operation: 'sms_action' },
  { ...stop, way: 'sms', campaigns: 1, call: 'complete', operation: 'sms_action', skip: 1 },
  { ...messages, call: 'message details', operation: 'sms_messages', skip: 1 },
];

/** By what is launched: a table each. */
export const PLOTS: Readonly<Record<'campaigns' | 'lists' | 'messages', readonly Plot[]>> = {
  campaigns: VOICE,
  lists: LISTS,
  messages: MESSAGES,
};
