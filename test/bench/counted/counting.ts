/** What Cloudflare bills, counted while it happens. */
export interface Counts {
  workerRequests: number;
  objectRequests: number;
  /** By method of an object, "IMPORTS.totals". */
  byCall: Record<string, number>;
  rowsRead: number;
  rowsWritten: number;
  /** By the first words of the statement. */
  byStatement: Record<string, number>;
  kvReads: number;
  kvWrites: number;
  logLines: number;
}

const empty = (): Counts => ({
  workerRequests: 0,
  objectRequests: 0,
  byCall: {},
  rowsRead: 0,
  rowsWritten: 0,
  byStatement: {},
  kvReads: 0,
  kvWrites: 0,
  logLines: 0,
});

/** For the whole process, because all objects of a local Worker are in it. */
let counts = empty();
/** Rows are counted while a cursor is read, so each cursor is asked after its reader has finished. */
let open: { readonly cursor: SqlStorageCursor<Record<string, SqlStorageValue>>; readonly statement: string }[] = [];

const STATEMENT_CHARS = 48;

function settle(): void {
  for (const { cursor, statement } of open) {
    counts.rowsRead += cursor.rowsRead;
    counts.rowsWritten += cursor.rowsWritten;
    if (cursor.rowsWritten > 0) add(counts.byStatement, statement, cursor.rowsWritten);
  }
  open = [];
}

function add(to: Record<string, number>, key: string, amount: number): void {
  to[key] = (to[key] ?? 0) + amount;
}

export function readCounts(): Counts {
  settle();
  return counts;
}

export function forgetCounts(): void {
  settle();
  counts = empty();
}

export function countWorkerRequest(): void {
  counts.workerRequests += 1;
}

export function countAlarm(of: string): void {
  counts.objectRequests += 1;
  add(counts.byCall, `${of}.alarm`, 1);
}

/** A message that arrives over a socket is billed as a twentieth of a request. */
export function countMessage(of: string): void {
  counts.objectRequests += 1 / 20;
  add(counts.byCall, `${of}.message`, 1 / 20);
}

export function countLogLine(): void {
  counts.logLines += 1;
}

/** A row each, as Cloudflare bills it. */
export function countSetAlarm(): void {
  counts.rowsWritten += 1;
  add(counts.byStatement, 'setAlarm', 1);
}

export function countStatement(cursor: SqlStorageCursor<Record<string, SqlStorageValue>>, sql: string): void {
  if (open.length > 50) settle();
  open.push({ cursor, statement: sql.trim().replace(/\s+/gu, ' ').slice(0, STATEMENT_CHARS) });
}

/** An environment whose objects and values count what is asked of them. */
export function countedEnv<E extends object>(env: E): E {
  return new Proxy(env, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'object' || value === null) return value;
      if ('getByName' in value) return countedNamespace(value, String(name));
      return 'getWithMetadata' in value ? countedKv(value) : value;
    },
  });
}

function countedNamespace(namespace: object, of: string): object {
  return proxied(namespace, (method, call) => (...asked) => {
    const answer = call(...asked);
    return method === 'getByName' || method === 'get' ? countedStub(Object(answer), of) : answer;
  });
}

function countedStub(stub: object, of: string): object {
  return proxied(stub, (method, call) => (...asked) => {
    counts.objectRequests += 1;
    add(counts.byCall, `${of}.${String(method)}`, 1);
    return call(...asked);
  });
}

function countedKv(kv: object): object {
  return proxied(kv, (method, call) => (...asked) => {
    if (method === 'get' || method === 'getWithMetadata') counts.kvReads += 1;
    else counts.kvWrites += 1;
    return call(...asked);
  });
}

type Call = (...asked: unknown[]) => unknown;

/** Each method is called on the original object, because the runtime's objects refuse to be called on anything else. */
function proxied(thing: object, wrap: (method: string | symbol, call: Call) => Call): object {
  return new Proxy(thing, {
    get(target, method) {
      const value: unknown = Reflect.get(target, method);
      return typeof value === 'function' ? wrap(method, (...asked) => Reflect.apply(value, target, asked)) : value;
    },
  });
}
