// Our Worker as it is, in a process that counts what Cloudflare would bill and lives faster than the clock on the wall.
import { z } from 'zod';
import * as ours from '../../../worker/index.ts';
import type { Env } from '../../../worker/env.ts';
import {
  countAlarm,
  countedEnv,
  countLogLine,
  countMessage,
  countSetAlarm,
  countStatement,
  countWorkerRequest,
  forgetCounts,
  readCounts,
} from './counting.ts';
import { hurry, realTime, virtualTime, type Pace } from './quick-clock.ts';

interface BenchEnv extends Env {
  /** As JSON. */
  readonly PACE: string;
}

const worker = ours.default;
const paceSchema = z.object({ since: z.number(), speed: z.number() });
let pace: Pace | null = null;

/** Once per process: the methods stand on what all objects share. */
function begin(ctx: DurableObjectState | null, env: BenchEnv): void {
  if (pace === null) {
    pace = paceSchema.parse(JSON.parse(env.PACE));
    hurry(pace);
    const print = console.log;
    console.log = (...line) => {
      countLogLine();
      print(...line);
    };
  }
  if (ctx !== null) countStorage(ctx.storage, pace);
}

let isCounted = false;
function countStorage(storage: DurableObjectStorage, at: Pace): void {
  if (isCounted) return;
  isCounted = true;
  const shared: DurableObjectStorage = Object.getPrototypeOf(storage);
  const setAlarm: DurableObjectStorage['setAlarm'] = Reflect.get(shared, 'setAlarm');
  const getAlarm: DurableObjectStorage['getAlarm'] = Reflect.get(shared, 'getAlarm');
  const sql: SqlStorage = Object.getPrototypeOf(storage.sql);
  const exec: SqlStorage['exec'] = Reflect.get(sql, 'exec');
  Object.assign(shared, {
    setAlarm(this: DurableObjectStorage, time: number | Date) {
      countSetAlarm();
      return setAlarm.call(this, realTime(at, Number(time)));
    },
    async getAlarm(this: DurableObjectStorage) {
      const time = await getAlarm.call(this);
      return time === null ? null : Math.round(virtualTime(at, time));
    },
  });
  Object.assign(sql, {
    exec(this: SqlStorage, query: string, ...bound: unknown[]) {
      const cursor = exec.call(this, query, ...bound);
      countStatement(cursor, query);
      return cursor;
    },
  });
}

const { default: _, ...classes } = ours;
for (const [name, { prototype }] of Object.entries(classes)) {
  const object: {
    alarm?: (info?: AlarmInvocationInfo) => unknown;
    webSocketMessage?: (socket: WebSocket, message: string | ArrayBuffer) => unknown;
  } = prototype;
  const { alarm, webSocketMessage } = object;
  if (alarm !== undefined)
    object.alarm = function (info) {
      countAlarm(name);
      return alarm.call(this, info);
    };
  if (webSocketMessage !== undefined)
    object.webSocketMessage = function (socket, message) {
      countMessage(name);
      return webSocketMessage.call(this, socket, message);
    };
}

// Each by its own name, as wrangler.toml binds them: the runtime takes no proxy of a class, and a mixin would need `any`.
export class AccountObject extends ours.AccountObject {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    begin(ctx, env);
    super(ctx, countedEnv(env));
  }
}
export class CampaignObject extends ours.CampaignObject {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    begin(ctx, env);
    super(ctx, countedEnv(env));
  }
}
export class DestinationObject extends ours.DestinationObject {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    begin(ctx, env);
    super(ctx, countedEnv(env));
  }
}
export class ImportObject extends ours.ImportObject {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    begin(ctx, env);
    super(ctx, countedEnv(env));
  }
}
export class PeopleObject extends ours.PeopleObject {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    begin(ctx, env);
    super(ctx, countedEnv(env));
  }
}
export class SinkDirectoryObject extends ours.SinkDirectoryObject {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    begin(ctx, env);
    super(ctx, countedEnv(env));
  }
}
export class SinkObject extends ours.SinkObject {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    begin(ctx, env);
    super(ctx, countedEnv(env));
  }
}
export class TeamObject extends ours.TeamObject {
  constructor(ctx: DurableObjectState, env: BenchEnv) {
    begin(ctx, env);
    super(ctx, countedEnv(env));
  }
}

export default {
  async fetch(request, env, ctx) {
    begin(null, env);
    const { pathname } = new URL(request.url);
    if (pathname === '/_counts') return Response.json(readCounts());
    if (pathname === '/_counts/forget') {
      forgetCounts();
      return new Response(null, { status: 204 });
    }
    countWorkerRequest();
    return worker.fetch(request, countedEnv(env), ctx);
  },
  async scheduled(controller, env) {
    await worker.scheduled(controller, countedEnv(env));
  },
} satisfies ExportedHandler<BenchEnv>;
