import { DurableObject } from 'cloudflare:workers';
import { MIN_READ_GAP_SECONDS } from '../../shared/limits.ts';
import { LIVE_PROTOCOL } from '../../shared/protocol/live.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { logEvent } from '../log.ts';
import { readConfig, type Config, type Env } from '../env.ts';
import { checkFile, sha256Of } from './check-file.ts';
import { newCampaignRow, type CampaignRow } from './campaign-row.ts';
import { createEngineDeps } from './engine-deps.ts';
import { driveImport } from './drive-import.ts';
import { pauseRow, resumeRow, stopRow } from './import-state.ts';
import { createImportStore } from './import-store.ts';
import { stateOf, toChange, toImport, toSummary } from './import-view.ts';
import { issuesCsv, issuesPage } from './issues-report.ts';
import { nameOf, planImport, toPlannedViews, toPlanView } from './plan-import.ts';
import { receiveFile } from './receive-file.ts';
import { resultsCsv } from './results-csv.ts';
import { textStream } from './text-stream.ts';
import { withTotals } from './row-totals.ts';
import type { CampaignTotals } from '../campaign/campaign-object.ts';
import type { Fault } from '../errors.ts';
import type {
  CampaignState,
  CheckRequest,
  Import,
  ImportState,
  ImportSummary,
  LaunchRequest,
  RowIssueView,
} from '../../shared/protocol/import.ts';
import type { Template } from '../../shared/template/template-schema.ts';
import type { ImportRecord } from './import-record.ts';

export interface OpenInput {
  readonly id: string;
  readonly name: string;
  readonly createdBy: string;
  readonly template: Template;
  readonly fileName: string;
  readonly fileBytes: number;
  readonly callbackBase: string;
}

type Answer<T> = Promise<Result<T, Fault>>;

const NOT_FOUND: Fault = { code: 'import_not_found' };

/** One file, checked against one template, launched once. All decisions are elsewhere; this holds storage, alarm and sockets. */
export class ImportObject extends DurableObject<Env> {
  private readonly store = createImportStore(this.ctx.storage.sql);
  private record: ImportRecord | null;
  private rows: Map<number, CampaignRow>;
  private readonly changed = new Set<number>();
  private announced: ImportState | null = null;
  private driving = false;
  private taking: Promise<void> | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.store.migrate();
    this.record = this.store.record();
    this.rows = new Map(this.store.campaigns().map((row) => [row.seq, row]));
  }

  /** Opening again with the same file name and size finds the import; with others it is refused. */
  async open(input: OpenInput): Answer<Import> {
    if (this.record !== null) {
      const same = this.record.fileName === input.fileName && this.record.fileBytes === input.fileBytes;
      return same ? ok(this.view(this.record)) : err({ code: 'import_exists' });
    }
    return ok(this.view(await this.save(blankRecord(input, false))));
  }

  upload(): Result<{ offset: number; bytes: number }, Fault> {
    if (this.record === null) return err(NOT_FOUND);
    return ok({ offset: this.store.received(), bytes: this.record.fileBytes });
  }

  async receive(offset: number, body: ReadableStream<Uint8Array>): Answer<{ received: number }> {
    const { record } = this;
    const refusal: Fault | null =
      record === null
        ? NOT_FOUND
        : record.launchedAt !== null
          ? { code: 'already_launched' }
          : this.store.received() === offset
            ? null
            : { code: 'offset_mismatch', details: { offset: this.store.received() } };
    if (record === null || refusal !== null) {
      await body.cancel();
      return err(refusal ?? NOT_FOUND);
    }
    return receiveFile(this.store, body, { offset, maxBytes: record.fileBytes });
  }

  /**
   * The one-shot: a file in one request, checked and, when asked, launched. The same id with the same bytes finds the
   * import; whatever is refused leaves nothing behind.
   */
  async takeFile(
    input: OpenInput,
    body: ReadableStream<Uint8Array>,
    launch: boolean,
  ): Answer<{ created: boolean; view: Import }> {
    // Two requests with one id: the second waits, then finds what the first made.
    while (this.taking !== null) await this.taking;
    const known = this.record;
    if (known !== null && (known.check !== null || !known.oneShot)) return this.takeAgain(known, body, launch);
    const taken = this.takeNew(input, body, launch);
    this.taking = taken.then(() => {
      this.taking = null;
    });
    const view = await taken;
    return view.ok ? ok({ created: true, view: view.value }) : view;
  }

  async check(request: { readonly columns?: CheckRequest['columns']; readonly template?: Template }): Answer<Import> {
    const { record } = this;
    const config = this.config();
    if (record === null) return err(NOT_FOUND);
    if (record.launchedAt !== null) return err({ code: 'already_launched' });
    if (this.store.received() < record.fileBytes)
      return err({ code: 'upload_incomplete', details: { offset: this.store.received() } });
    const columns = request.columns ?? record.columns;
    const template = request.template ?? record.template;
    const generation = (record.check?.generation ?? 0) + 1;
    const checked = await checkFile(this.store, settingsOf(config, template, columns), generation);
    if (!checked.ok) return checked;
    const current = this.record;
    if (current === null || current.launchedAt !== null) return err({ code: 'already_launched' });
    const { rows, issues, shape, sha256 } = checked.value;
    const next = { ...current, columns, template, check: { rows, issues, shape, sha256, generation } };
    const plan = planImport(next, accountOf(config), Date.now());
    if (!plan.ok && plan.error.code !== 'nothing_to_call') return plan;
    const saved = await this.save({ ...next, plan: plan.ok ? toPlanView(plan.value) : null });
    this.store.clearChecksBefore(generation);
    return ok(this.view(saved));
  }

  get(): Result<Import, Fault> {
    return this.record === null ? err(NOT_FOUND) : ok(this.view(this.record));
  }

  summary(): ImportSummary | null {
    return this.record === null ? null : toSummary(this.view(this.record));
  }

  issues(query: {
    offset: number;
    limit: number;
    code: string | null;
  }): Result<{ items: RowIssueView[]; total: number }, Fault> {
    if (this.record === null) return err(NOT_FOUND);
    return this.record.check === null
      ? err({ code: 'not_checked' })
      : ok(issuesPage(this.store, this.record.check, query));
  }

  issuesCsv(): Result<ReadableStream<Uint8Array>, Fault> {
    if (this.record === null) return err(NOT_FOUND);
    return this.record.check === null
      ? err({ code: 'not_checked' })
      : ok(textStream(issuesCsv(this.store, this.record.check)));
  }

  resultsCsv(): Result<ReadableStream<Uint8Array>, Fault> {
    const { record } = this;
    if (record === null) return err(NOT_FOUND);
    if (record.check === null || record.launchedAt === null)
      return err({ code: 'not_running', message: 'This import has not been launched: there are no results yet.' });
    const settings = settingsOf(this.config(), record.template, record.columns);
    const results = (row: CampaignRow) => this.campaign(row.seq).results();
    const rows = this.list();
    return ok(
      textStream(resultsCsv({ store: this.store, settings, headings: record.check.shape.headings, rows, results })),
    );
  }

  /** Idempotent: the second press finds it launched. The counts are those the user saw. */
  async launch(expect: LaunchRequest['expect'] | null, user: string): Answer<Import> {
    const { record } = this;
    if (record === null) return err(NOT_FOUND);
    if (record.check === null) return err({ code: 'not_checked' });
    const contacts = record.check.rows.accepted;
    if (record.launchedAt !== null) {
      const same = expect === null || (expect.contacts === contacts && expect.campaigns === this.rows.size);
      return same
        ? ok(this.view(record))
        : err({ code: 'plan_changed', details: { contacts, campaigns: this.rows.size } });
    }
    const now = Date.now();
    const plan = planImport(record, accountOf(this.config()), now);
    if (!plan.ok) return plan;
    const campaigns = plan.value.campaigns.length;
    if (expect !== null && (expect.contacts !== contacts || expect.campaigns !== campaigns)) {
      return err({ code: 'plan_changed', details: { contacts, campaigns } });
    }
    for (const { seq, firstContact, contacts: size, sendAt, endAt } of plan.value.campaigns) {
      this.putRow(
        newCampaignRow({ seq, name: nameOf(record, seq, campaigns), firstContact, contacts: size, sendAt, endAt }),
      );
    }
    const saved = await this.save({ ...record, plan: toPlanView(plan.value), launchedAt: now, launchedBy: user });
    await this.ctx.storage.setAlarm(now);
    return ok(this.view(saved));
  }

  pause(): Answer<Import> {
    return this.steer('pause', pauseRow);
  }

  resume(): Answer<Import> {
    return this.steer('run', resumeRow);
  }

  stop(): Answer<Import> {
    return this.steer('stop', stopRow);
  }

  /** From a campaign object: its totals now, and what a callback claimed about the campaign, to be read for certain. */
  async campaignChanged(seq: number, totals: CampaignTotals, hint: CampaignState | null): Promise<void> {
    const row = this.rows.get(seq);
    if (row === undefined || this.record === null) return;
    if (!row.closed) this.putRow(withTotals(row, totals));
    if (hint !== null && hint !== row.state && hint !== 'unknown') {
      const soon = Date.now() + MIN_READ_GAP_SECONDS * 1000;
      if (this.record.readAt > soon) {
        this.record = { ...this.record, readAt: soon };
        this.store.saveRecord(this.record);
      }
      await this.armBy(soon);
    }
    await this.announce();
  }

  /** Keys of archived callbacks, campaign by campaign, and the lines not archived yet. */
  async callbackPlaces(): Answer<readonly { readonly keys: string[]; readonly lines: string[] }[]> {
    if (this.record === null) return err(NOT_FOUND);
    const places = [];
    for (const row of this.list()) places.push(await this.campaign(row.seq).callbacks());
    return ok(places);
  }

  async erase(): Answer<null> {
    if (this.record === null) return err(NOT_FOUND);
    const state = stateOf(this.record, this.list());
    const calling = this.record.launchedAt !== null && state !== 'finished' && state !== 'stopped';
    if (calling) return err({ code: 'still_running' });
    for (const row of this.list()) await this.campaign(row.seq).erase();
    await this.accounts().deleteImport(this.record.id);
    this.broadcast(JSON.stringify({ type: 'deleted' }));
    for (const socket of this.ctx.getWebSockets()) socket.close(1000, 'deleted');
    this.record = null;
    this.rows = new Map();
    await this.ctx.storage.deleteAll();
    this.store.migrate();
    return ok(null);
  }

  /** The live WebSocket; the team token was checked before. */
  override fetch(): Response {
    if (this.record === null) return new Response(null, { status: 404 });
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    server.send(JSON.stringify({ type: 'snapshot', import: this.view(this.record) }));
    return new Response(null, { status: 101, webSocket: client, headers: { 'sec-websocket-protocol': LIVE_PROTOCOL } });
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    if (message === 'ping') socket.send('{"type":"pong"}');
  }

  /** Never throws: six failed alarms in a row would end the chain. */
  override async alarm(): Promise<void> {
    if (this.record === null || this.record.launchedAt === null) return;
    this.driving = true;
    try {
      const next = await driveImport(this.engine());
      if (next !== null) await this.ctx.storage.setAlarm(Math.max(next, Date.now()));
    } catch (cause) {
      logEvent('import_alarm_failed', { importId: this.record?.id ?? null }, cause);
      await this.ctx.storage.setAlarm(Date.now() + 5_000);
    } finally {
      this.driving = false;
    }
    await this.announce();
  }

  private async steer(desire: ImportRecord['desire'], change: (row: CampaignRow) => CampaignRow): Answer<Import> {
    const { record } = this;
    if (record === null) return err(NOT_FOUND);
    const state = stateOf(record, this.list());
    if (record.launchedAt === null || (state === 'finished' && desire !== 'stop')) return err({ code: 'not_running' });
    // A stop is final: nobody is called again by an import that was stopped.
    if (state === 'finished' || (record.desire === 'stop' && desire === 'stop')) return ok(this.view(record));
    if (record.desire === 'stop') return err({ code: 'not_running' });
    for (const row of this.list()) this.putRow(change(row));
    const saved = await this.save({ ...record, desire, hold: desire === 'run' ? null : record.hold, readAt: 0 });
    await this.ctx.storage.setAlarm(Date.now());
    await this.announce();
    return ok(this.view(saved));
  }

  private async takeNew(input: OpenInput, body: ReadableStream<Uint8Array>, launch: boolean): Answer<Import> {
    this.store.clearFile();
    this.record = blankRecord(input, true);
    const received = await receiveFile(this.store, body, { offset: 0, maxBytes: input.fileBytes });
    this.record = { ...this.record, fileBytes: this.store.received() };
    const checked = received.ok ? await this.check({}) : received;
    if (!checked.ok) {
      this.record = null;
      await this.ctx.storage.deleteAll();
      this.store.migrate();
      const tooLarge = checked.error.code === 'upload_overflow';
      return err(tooLarge ? { code: 'file_too_large' } : checked.error);
    }
    return launch ? this.launch(null, input.createdBy) : checked;
  }

  private async takeAgain(
    known: ImportRecord,
    body: ReadableStream<Uint8Array>,
    launch: boolean,
  ): Answer<{ created: boolean; view: Import }> {
    const sha256 = await sha256Of(body);
    if (known.check?.sha256 !== sha256) return err({ code: 'import_exists' });
    const view = launch && known.launchedAt === null ? await this.launch(null, known.createdBy) : ok(this.view(known));
    return view.ok ? ok({ created: false, view: view.value }) : view;
  }

  private engine() {
    return createEngineDeps({
      env: this.env,
      config: this.config(),
      store: this.store,
      campaign: (seq) => this.campaign(seq),
      account: this.accounts(),
      record: () => this.record,
      saveRecord: (record) => {
        this.record = record;
        this.store.saveRecord(record);
      },
      rows: () => this.list(),
      putRow: (row) => this.putRow(row),
      afterStep: () => this.announce(),
      sync: () => this.ctx.storage.sync(),
    });
  }

  private list(): CampaignRow[] {
    return [...this.rows.values()];
  }

  private putRow(row: CampaignRow): void {
    this.rows.set(row.seq, row);
    this.store.saveCampaign(row);
    this.changed.add(row.seq);
  }

  private async save(record: ImportRecord): Promise<ImportRecord> {
    this.record = record;
    this.store.saveRecord(record);
    await this.accounts().saveImport(toSummary(this.view(record)));
    return record;
  }

  private view(record: ImportRecord): Import {
    const plan =
      record.launchedAt === null && record.check !== null
        ? planImport(record, accountOf(this.config()), Date.now())
        : null;
    const planned = plan?.ok === true ? toPlannedViews(record, plan.value) : [];
    const fresh = plan?.ok === true ? { ...record, plan: toPlanView(plan.value) } : record;
    return toImport(fresh, this.list(), { received: this.store.received(), planned, now: Date.now() });
  }

  /** Tells whoever watches, and the account's index when the state changed. */
  private async announce(): Promise<void> {
    let { record } = this;
    if (record === null) return;
    const state = stateOf(record, this.list());
    const ended = state === 'finished' || (state === 'stopped' && this.list().every((row) => row.closed));
    if (ended && record.finishedAt === null) record = await this.save({ ...record, finishedAt: Date.now() });
    const view = this.view(record);
    if (this.changed.size > 0 || state !== this.announced) this.broadcast(JSON.stringify(toChange(view, this.changed)));
    this.changed.clear();
    if (state !== this.announced) await this.accounts().saveImport(toSummary(view));
    this.announced = state;
  }

  private broadcast(message: string): void {
    for (const socket of this.ctx.getWebSockets()) {
      try {
        socket.send(message);
      } catch {
        // It is closing; its client reconnects and gets a snapshot.
      }
    }
  }

  private async armBy(at: number): Promise<void> {
    if (this.driving) return;
    const current = await this.ctx.storage.getAlarm();
    if (current === null || current > at) await this.ctx.storage.setAlarm(at);
  }

  private config(): Config {
    const config = readConfig(this.env);
    if (!config.ok) throw new Error('misconfigured');
    return config.value;
  }

  private accounts() {
    return this.env.ACCOUNTS.getByName(this.config().EXOTEL_ACCOUNT_SID);
  }

  private campaign(seq: number) {
    return this.env.CAMPAIGNS.getByName(`${this.record?.id ?? ''}/${seq}`);
  }
}

function blankRecord(input: OpenInput, oneShot: boolean): ImportRecord {
  return {
    ...input,
    oneShot,
    createdAt: Date.now(),
    columns: undefined,
    check: null,
    plan: null,
    desire: 'run',
    hold: null,
    launchedAt: null,
    launchedBy: null,
    finishedAt: null,
    readAt: 0,
  };
}

function accountOf(config: Config) {
  return { window: config.CALLING_WINDOW, timeZone: config.TIME_ZONE, callsPerMinute: config.CALLS_PER_MINUTE };
}

function settingsOf(config: Config, template: Template, columns: ImportRecord['columns']) {
  const number = columns?.number === undefined ? {} : { number: columns.number };
  const header = columns?.header === undefined ? {} : { header: columns.header };
  return {
    country: config.DEFAULT_COUNTRY,
    callDuplicates: template.callDuplicates,
    columns: { ...number, ...header },
  };
}
