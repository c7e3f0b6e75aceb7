import { DurableObject } from 'cloudflare:workers';
import { MIN_READ_GAP_SECONDS } from '../../shared/limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { requireConfig, type Env } from '../env.ts';
import { logEvent } from '../log.ts';
import { accountRules, checkImport, type CheckInput } from './check-import.ts';
import { driveImport } from './drive-import.ts';
import { createEngineDeps } from './engine-deps.ts';
import { createImportBook } from './import-book.ts';
import { newImportRecord, type ImportRecord, type OpenInput } from './import-record.ts';
import { createImportStore } from './import-store.ts';
import { toChange, toSummary } from './import-view.ts';
import { readIssues, streamIssues, streamResults } from './import-reports.ts';
import { launchImport, steerImport, type Begun } from './launch-import.ts';
import { receiveFile } from './receive-file.ts';
import { withTotals } from './row-totals.ts';
import { sameFile, takeFile } from './take-file.ts';
import { createWatchers } from './watchers.ts';
import type { CampaignTotals } from '../campaign/campaign-object.ts';
import type { Fault } from '../errors.ts';
import type { CampaignState, Import, ImportState, ImportSummary, LaunchRequest } from '../../shared/protocol/import.ts';
import type { Desire } from './next-step.ts';
import type { IssueQuery, IssuesPage } from './issues-report.ts';

type Answer<T> = Promise<Result<T, Fault>>;

const NOT_FOUND: Fault = { code: 'import_not_found' };

/** One file, checked against one template, launched once. Decisions are elsewhere; this holds storage, alarm and sockets. */
export class ImportObject extends DurableObject<Env> {
  private readonly store = createImportStore(this.ctx.storage.sql);
  private readonly watchers = createWatchers(this.ctx);
  private readonly book;
  private announced: ImportState | null = null;
  private driving = false;
  private taking: Promise<unknown> = Promise.resolve();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.store.migrate();
    this.book = createImportBook({
      store: this.store,
      account: () => accountRules(requireConfig(env)),
      now: () => Date.now(),
    });
  }

  /** Opening again with the same file name and size finds the import; with others it is refused. */
  async open(input: OpenInput): Answer<Import> {
    const record = this.book.record();
    if (record === null) return this.saved(this.book.put(newImportRecord(input, Date.now())));
    const same = record.fileName === input.fileName && record.fileBytes === input.fileBytes;
    return same ? ok(this.book.view(record)) : err({ code: 'import_exists' });
  }

  upload(): Result<{ offset: number; bytes: number }, Fault> {
    const record = this.book.record();
    return record === null ? err(NOT_FOUND) : ok({ offset: this.store.received(), bytes: record.fileBytes });
  }

  async receive(offset: number, body: ReadableStream<Uint8Array>): Answer<{ received: number }> {
    const record = this.book.record();
    const stored = this.store.received();
    if (record === null) return err(NOT_FOUND);
    if (record.launchedAt !== null) return err({ code: 'already_launched' });
    if (stored !== offset) return err({ code: 'offset_mismatch', details: { offset: stored } });
    return receiveFile(this.store, body, { offset, maxBytes: record.fileBytes });
  }

  /**
   * A file in one request: stored, checked and, when asked, launched; whatever is refused leaves nothing behind. Two
   * requests with one id come after one another, and the second finds what the first made.
   */
  takeFile(
    input: OpenInput,
    body: ReadableStream<Uint8Array>,
    launch: boolean,
  ): Answer<{ created: boolean; view: Import }> {
    const turn = this.taking.then(() => this.takeInTurn(input, body, launch));
    this.taking = turn.catch(() => {});
    return turn;
  }

  async check(request: CheckInput): Answer<Import> {
    const checked = await checkImport(this.book, this.store, requireConfig(this.env), request);
    return checked.ok ? this.saved(checked.value) : checked;
  }

  get(): Result<Import, Fault> {
    const record = this.book.record();
    return record === null ? err(NOT_FOUND) : ok(this.book.view(record));
  }

  summary(): ImportSummary | null {
    const record = this.book.record();
    return record === null ? null : toSummary(this.book.view(record));
  }

  issues(query: IssueQuery): Result<IssuesPage, Fault> {
    return readIssues(this.book, this.store, query);
  }

  issuesCsv(): Result<ReadableStream<Uint8Array>, Fault> {
    return streamIssues(this.book, this.store);
  }

  resultsCsv(): Result<ReadableStream<Uint8Array>, Fault> {
    return streamResults(this.book, this.store, requireConfig(this.env), (row) => this.campaign(row.seq).results());
  }

  async launch(expect: LaunchRequest['expect'] | null, user: string): Answer<Import> {
    const rules = accountRules(requireConfig(this.env));
    return this.begin(launchImport(this.book, rules, expect, { user, now: Date.now() }));
  }

  async steer(desire: Desire): Answer<Import> {
    return this.begin(steerImport(this.book, desire));
  }

  /** From a campaign object: its totals now, and what a callback claimed about the campaign, to be read for certain. */
  async campaignChanged(seq: number, totals: CampaignTotals, hint: CampaignState | null): Promise<void> {
    const row = this.book.row(seq);
    const record = this.book.record();
    if (row === undefined || record === null) return;
    if (!row.closed) this.book.putRow(withTotals(row, totals));
    if (hint !== null && hint !== row.state && hint !== 'unknown') {
      const soon = Date.now() + MIN_READ_GAP_SECONDS * 1000;
      if (record.readAt > soon) this.book.put({ ...record, readAt: soon });
      await this.armBy(soon);
    }
    await this.announce();
  }

  /** Keys of archived callbacks, campaign by campaign, and the lines not archived yet. */
  async callbackPlaces(): Answer<readonly { readonly keys: string[]; readonly lines: string[] }[]> {
    if (this.book.record() === null) return err(NOT_FOUND);
    const places = [];
    for (const { seq } of this.book.rows()) places.push(await this.campaign(seq).callbacks());
    return ok(places);
  }

  async erase(): Answer<null> {
    const record = this.book.record();
    if (record === null) return err(NOT_FOUND);
    const state = this.book.state(record);
    if (record.launchedAt !== null && state !== 'finished' && state !== 'stopped')
      return err({ code: 'still_running' });
    for (const { seq } of this.book.rows()) await this.campaign(seq).erase();
    await this.account().deleteImport(record.id);
    this.watchers.tell({ type: 'deleted' });
    this.watchers.dismiss();
    await this.forget();
    return ok(null);
  }

  /** The live WebSocket; the team token was checked before. */
  override fetch(): Response {
    const record = this.book.record();
    if (record === null) return new Response(null, { status: 404 });
    return this.watchers.accept({ type: 'snapshot', import: this.book.view(record) });
  }

  /** Never throws: six failed alarms in a row would end the chain. */
  override async alarm(): Promise<void> {
    const launchedAt = this.book.record()?.launchedAt ?? null;
    if (launchedAt === null) return;
    this.driving = true;
    try {
      const next = await driveImport(this.engine());
      if (next !== null) await this.ctx.storage.setAlarm(Math.max(next, Date.now()));
      await this.announce();
    } catch (cause) {
      logEvent('import_alarm_failed', { importId: this.book.record()?.id ?? null }, cause);
      await this.ctx.storage.setAlarm(Date.now() + 5_000);
    } finally {
      this.driving = false;
    }
  }

  private async takeInTurn(
    input: OpenInput,
    body: ReadableStream<Uint8Array>,
    launch: boolean,
  ): Answer<{ created: boolean; view: Import }> {
    const known = this.book.record();
    const config = requireConfig(this.env);
    const taken =
      known === null ? await takeFile(this.book, this.store, config, input, body) : await sameFile(known, body);
    if (!taken.ok && known === null) await this.forget();
    if (!taken.ok) return taken;
    const view = launch ? await this.launch(null, input.createdBy) : await this.saved(taken.value);
    return view.ok ? ok({ created: known === null, view: view.value }) : view;
  }

  private async begin(result: Result<Begun, Fault>): Answer<Import> {
    if (!result.ok) return result;
    if (!result.value.begun) return ok(this.book.view(result.value.record));
    await this.ctx.storage.setAlarm(Date.now());
    const view = await this.saved(result.value.record);
    await this.announce();
    return view;
  }

  private async saved(record: ImportRecord): Answer<Import> {
    const view = this.book.view(this.book.record() ?? record);
    await this.account().saveImport(toSummary(view));
    return ok(view);
  }

  private async forget(): Promise<void> {
    this.book.clear();
    await this.ctx.storage.deleteAll();
    this.store.migrate();
  }

  private engine() {
    return createEngineDeps({
      env: this.env,
      config: requireConfig(this.env),
      store: this.store,
      book: this.book,
      campaign: (seq) => this.campaign(seq),
      account: this.account(),
      afterStep: () => this.announce(),
      sync: () => this.ctx.storage.sync(),
    });
  }

  /** Tells whoever watches, and the account's index when the state changed. */
  private async announce(): Promise<void> {
    const record = this.book.record();
    if (record === null) return;
    const state = this.book.state(record);
    const ended = (state === 'finished' || state === 'stopped') && this.book.rows().every((row) => row.closed);
    const current = ended && record.finishedAt === null ? this.book.put({ ...record, finishedAt: Date.now() }) : record;
    const changed = this.book.takeChanged();
    const turned = state !== this.announced || current !== record;
    this.announced = state;
    if (!turned && changed.size === 0) return;
    const view = this.book.view(current);
    this.watchers.tell(toChange(view, changed));
    if (turned) await this.account().saveImport(toSummary(view));
  }

  private async armBy(at: number): Promise<void> {
    if (this.driving) return;
    const current = await this.ctx.storage.getAlarm();
    if (current === null || current > at) await this.ctx.storage.setAlarm(at);
  }

  private account() {
    return this.env.ACCOUNTS.getByName(requireConfig(this.env).EXOTEL_ACCOUNT_SID);
  }

  private campaign(seq: number) {
    return this.env.CAMPAIGNS.getByName(`${this.book.record()?.id ?? ''}/${seq}`);
  }
}
