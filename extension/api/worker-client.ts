import type { Account } from '../../shared/protocol/account.ts';
import type { Brake } from '../../shared/protocol/brake.ts';
import type { ContactSearch } from '../../shared/protocol/contact.ts';
import type { Import, ImportSummary } from '../../shared/protocol/import.ts';
import type { CheckRequest, ImportAgain, LaunchRequest, OpenImport } from '../../shared/protocol/import-requests.ts';
import { ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Template } from '../../shared/template/template-schema.ts';
import type { Answer, AnswerName } from './answers.ts';
import type { ApiFault } from './api-fault.ts';
import type { CallOptions, CallWorker } from './call-worker.ts';
import { createExotelCalls } from './exotel-calls.ts';
import { createTeamCalls } from './team-calls.ts';
import { given, toQuery } from './to-query.ts';
import { readAnswer } from './read-answer.ts';
import { readBody } from './read-body.ts';

export type Answered<T> = Promise<Result<T, ApiFault>>;
export type Page<T> = { items: T[]; total: number; offset: number; limit: number };
export type ImportAction = 'pause' | 'resume' | 'stop';

export type Ask = <Name extends AnswerName>(name: Name, path: string, options?: CallOptions) => Answered<Answer<Name>>;
export type Tell = (path: string, options: CallOptions) => Answered<null>;

const REPORT_TIMEOUT_MS = 120_000;

export type WorkerClient = ReturnType<typeof createWorkerClient>;

/** The Worker's calls, typed by the API's own schemas. */
export function createWorkerClient(call: CallWorker) {
  async function ask<Name extends AnswerName>(name: Name, path: string, options?: CallOptions): Answered<Answer<Name>> {
    const answered = await call(path, options);
    if (!answered.ok) return answered;
    const body = await readBody<unknown>(answered.value.json());
    return body.ok ? readAnswer(name, body.value) : body;
  }

  async function tell(path: string, options: CallOptions): Answered<null> {
    const answered = await call(path, options);
    return answered.ok ? ok(null) : answered;
  }

  const importPath = (id: string, rest = '') => `/api/imports/${encodeURIComponent(id)}${rest}`;
  const templatePath = (id: string) => `/api/templates/${encodeURIComponent(id)}`;

  return {
    /** For calls that only some screens make; those screens load them. */
    ask,
    tell,
    ...createExotelCalls(ask, tell),
    ...createTeamCalls(ask),
    health: (): Answered<{ ok: boolean; name: string; version: string }> => ask('health', '/healthz'),
    account: (): Answered<Account> => ask('account', '/api/account'),

    /** Whether everything is stopped and, if not, what a press would stop. */
    brake: (): Answered<Brake> => ask('brake', '/api/stop-everything'),
    stopEverything: (): Answered<Brake> => ask('brake', '/api/stop-everything', { method: 'POST' }),
    allowStarting: (): Answered<Brake> => ask('brake', '/api/stop-everything', { method: 'DELETE' }),

    templates: (): Answered<Page<Template>> => ask('templates', '/api/templates?limit=500'),
    createTemplate: (input: unknown): Answered<Template> =>
      ask('template', '/api/templates', { method: 'POST', json: input }),
    /** `seen` is the `updatedAt` it was read with: what somebody else changed since is not replaced. */
    updateTemplate: (id: string, input: unknown, seen: string): Answered<Template> =>
      ask('template', `${templatePath(id)}?${toQuery({ seen })}`, { method: 'PUT', json: input }),
    deleteTemplate: (id: string): Answered<null> => tell(templatePath(id), { method: 'DELETE' }),

    imports: (limit: number): Answered<Page<ImportSummary>> => ask('imports', `/api/imports?limit=${limit}`),
    /** Newest first; `search` is looked for in name, file, template, creator and id; `state` is a list with commas. */
    findImports: (query: {
      search: string;
      state: string;
      offset: number;
      limit: number;
    }): Answered<Page<ImportSummary>> => ask('imports', '/api/imports/find', { method: 'POST', json: given(query) }),
    /** A ticket that opens a live socket: usable once, within a minute. */
    liveTicket: (): Answered<{ ticket: string }> => ask('liveTicket', '/api/live-tickets', { method: 'POST' }),
    import: (id: string): Answered<Import> => ask('import', importPath(id)),
    openImport: (request: OpenImport): Answered<Import> =>
      ask('import', '/api/imports', { method: 'POST', json: request }),
    importAgain: (request: ImportAgain): Answered<Import> =>
      ask('import', '/api/imports', { method: 'POST', json: request, timeoutMs: REPORT_TIMEOUT_MS }),
    checkImport: (id: string, request: CheckRequest): Answered<Import> =>
      ask('import', importPath(id, '/check'), { method: 'POST', json: request, timeoutMs: REPORT_TIMEOUT_MS }),
    findContact: (id: string, number: string): Answered<ContactSearch> =>
      ask('contactSearch', importPath(id, '/contacts'), {
        method: 'POST',
        json: { number },
        timeoutMs: REPORT_TIMEOUT_MS,
      }),
    launchImport: (id: string, request: LaunchRequest): Answered<Import> =>
      ask('import', importPath(id, '/launch'), { method: 'POST', json: request, timeoutMs: REPORT_TIMEOUT_MS }),
    steerImport: (id: string, action: ImportAction): Answered<Import> =>
      ask('import', importPath(id, `/${action}`), { method: 'POST' }),
    deleteImport: (id: string): Answered<null> => tell(importPath(id), { method: 'DELETE' }),
    blob: async (path: string, options: CallOptions): Answered<Blob> => {
      const answered = await call(path, options);
      return answered.ok ? readBody(answered.value.blob()) : answered;
    },
  };
}
