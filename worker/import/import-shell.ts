import { DurableObject } from 'cloudflare:workers';
import { ERASE_RETRY_SECONDS, SETTLE_IN_SECONDS } from '../../shared/lives-limits.ts';
import { WATCHDOG_SECONDS } from '../../shared/limits.ts';
import { LONGEST_STEP_WAIT_SECONDS } from '../../shared/safety-limits.ts';
import { TELL_STATE_SECONDS } from '../../shared/sink-limits.ts';
import { ok, type Result } from '../../shared/result.ts';
import { requireConfig } from '../config.ts';
import type { Env } from '../env.ts';
import { createAlarmChain } from '../alarm-chain.ts';
import { isUnderWay } from './record/import-state.ts';
import { accountRules, uploadExpiry } from './record/import-settings.ts';
import { driveImport } from './engine/run-engine.ts';
import { createEngineDeps } from './engine-deps.ts';
import { clearErasedLists } from './engine/clean-up-lists.ts';
import { createImportLife, untilEnded, type ImportLife } from './import-life.ts';
import { createErasingStore, type ErasingTask } from './record/erasing-store.ts';
import { eraseElsewhere, erasingTask } from './intake/erase-import.ts';
import { erasingPeers } from './erasing-peers.ts';
import { toSummary } from './record/import-view.ts';
import { noteBySystem } from '../team/note-by-system.ts';
import { createWatchers } from '../live-sockets.ts';
import { isLine } from '../campaign-line.ts';
import type { LiveMessage } from '../../shared/protocol/live.ts';
import type { ImportRecord } from './record/import-record.ts';
import type { Priority } from '../account/request-budget.ts';
import type { Fault } from '../errors.ts';
import type { Import } from '../../shared/protocol/import.ts';

export type Answer<T> = Promise<Result<T, Fault>>;

/** Storage, alarm, sockets and peers that the lives of one import id use, one life after another. */
export abstract class ImportShell extends DurableObject<Env> {
  protected readonly watchers = createWatchers<LiveMessage>(this.ctx, (socket) => !isLine(this.ctx, socket));
  protected readonly erasing = createErasingStore(this.ctx.storage.sql);
  protected life = this.newLife();
  protected readonly chain = createAlarmChain(this.ctx.storage, {
    name: 'import',
    isNeeded: () => this.hasWork(),
    longestMs: LONGEST_STEP_WAIT_SECONDS * 1000,
    failures: {
      get: () => this.life.session.record()?.trouble?.failures ?? this.unrecordedFailures,
      set: (inARow) => this.noteFailures(inARow),
    },
  });
  /** Number of running requests that bring a file, and of those that ask for a launch. */
  protected filesArriving = 0;
  protected launches = 0;
  /** The name of the life that the engine works on. */
  private driven: string | null = null;
  private unrecordedFailures = 0;
  private finishing: Promise<void> | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const record = this.life.session.record();
    // An object opened by 0.2 or before, which never cleaned it up.
    if (record === null && this.erasing.isLitter()) ctx.waitUntil(ctx.storage.deleteAll());
    if (record !== null && record.launchedAt === null && record.expiresAt === null)
      ctx.waitUntil(this.chain.set(Date.now() + SETTLE_IN_SECONDS * 1000));
  }

  override alarm(info?: AlarmInvocationInfo): Promise<void> {
    return this.chain.run(info, () => this.work());
  }

  /** From the cron trigger. */
  async wake(): Promise<void> {
    await this.chain.wake();
    const name = this.life.name();
    const open = this.life.session.rows().filter(({ sid, closed }) => sid !== null && !closed);
    for (const { seq } of open) await this.campaign(name, seq).wake();
  }

  /** The current life, for a call that only reads. */
  protected async visited(): Promise<ImportLife> {
    await this.chain.watch();
    return this.life;
  }

  /** Runs a call on the life it finds. If that life ends meanwhile, the call answers as if the import did not exist. */
  protected async living<T>(work: (life: ImportLife) => Answer<T>): Answer<T> {
    const life = await this.visited();
    return untilEnded(() => work(life));
  }

  protected async saved(life: ImportLife, record: ImportRecord): Answer<Import> {
    await life.noteOthers();
    const view = life.session.view(life.session.record() ?? record);
    await this.account().saveImport(toSummary(view), life.name());
    return ok(view);
  }

  /** Call this when a record is made: it sets the alarm, so that the import is not forgotten if the process dies. */
  protected async own(life: ImportLife): Promise<void> {
    await this.chain.set(Date.now() + SETTLE_IN_SECONDS * 1000);
    const record = life.session.record();
    if (record !== null) await this.saved(life, record);
  }

  /** Ends the life: writers are refused, stored data is deleted, and what others hold is noted, to be erased later. */
  protected async endLife(task: ErasingTask): Promise<void> {
    this.life.end();
    this.ctx.storage.transactionSync(() => this.erasing.begin(task));
    const armed = this.chain.set(Date.now() + ERASE_RETRY_SECONDS * 1000);
    this.life = this.newLife();
    this.watchers.dismiss({ type: 'deleted' });
    await armed;
  }

  /** Erases what others hold of lives that ended; when the last is done, the object itself. */
  protected finishErasing(): Promise<void> {
    this.finishing ??= this.eraseWhatIsLeft().finally(() => {
      this.finishing = null;
    });
    return this.finishing;
  }

  protected async armBy(at: number): Promise<void> {
    if (this.driven === null) await this.chain.armBy(at);
  }

  protected account() {
    return this.env.ACCOUNTS.getByName(requireConfig(this.env).EXOTEL_ACCOUNT_SID);
  }

  protected peopleRoom() {
    return this.env.PEOPLE.getByName(requireConfig(this.env).EXOTEL_ACCOUNT_SID);
  }

  protected campaign(life: string, seq: number) {
    return this.env.CAMPAIGNS.getByName(`${life}/${seq}`);
  }

  private newLife(): ImportLife {
    return createImportLife({
      sql: this.ctx.storage.sql,
      account: (calendar) => accountRules(requireConfig(this.env), calendar),
      watchers: this.watchers,
      promisedToOthers: async (channel, life) => this.account().promisedToOthers(channel, life),
      spendTerms: async () => this.peopleRoom().spendTerms(),
      saveSummary: (summary, name) => this.account().saveImport(summary, name),
      noteEnd: (summary) => noteBySystem(this.env, `import.${summary.state}`, summary),
      tell: (event) =>
        this.env.SINK_DIRECTORY.getByName(requireConfig(this.env).EXOTEL_ACCOUNT_SID).tell([event], null),
    });
  }

  private hasWork(): boolean {
    const record = this.life.session.record();
    const isOpen = record !== null && (record.launchedAt === null || isUnderWay(record, this.life.session.rows()));
    return isOpen || !this.erasing.isEmpty();
  }

  /** Stored with the import, because the failure may kill the process; people who look at the import are told. */
  private async noteFailures(inARow: number): Promise<void> {
    this.unrecordedFailures = inARow;
    const { session, announce } = this.life;
    const record = session.record();
    if (record === null) return;
    const since = record.trouble?.since ?? Date.now();
    session.put({ ...record, trouble: inARow === 0 ? null : { failures: inARow, since } });
    await announce();
  }

  /** Does whatever is due; answers when to come back. */
  private async work(): Promise<number | null> {
    const { life } = this;
    const driven = await untilEnded(async () => ok(await this.drive(life)));
    await this.finishErasing();
    const lists = await this.clearLists();
    const again = this.erasing.tasks().length > 0 ? Date.now() + ERASE_RETRY_SECONDS * 1000 : null;
    const untold = life.isUntold() ? Date.now() + TELL_STATE_SECONDS * 1000 : null;
    const times = [driven.ok ? driven.value : null, lists, again, untold].filter((time) => time !== null);
    return times.length > 0 ? Math.min(...times) : null;
  }

  private async drive(life: ImportLife): Promise<number | null> {
    const record = life.session.record();
    if (record === null) return null;
    if (record.launchedAt === null) return this.keepUpload(life, record);
    this.driven = life.name();
    try {
      const next = await driveImport(this.engine(life));
      await life.announce();
      return next;
    } finally {
      this.driven = null;
    }
  }

  /** An import that was never launched is kept for a limited time, a file that only half arrived not at all. */
  private async keepUpload(life: ImportLife, record: ImportRecord): Promise<number | null> {
    const now = Date.now();
    const expiresAt = record.expiresAt ?? uploadExpiry(requireConfig(this.env), now);
    const isAbandoned = record.isArriving && this.filesArriving === 0;
    if (isAbandoned || expiresAt <= now) {
      const task = erasingTask(life.session);
      const summary = toSummary(life.session.view(record));
      if (task !== null) await this.endLife(task);
      await noteBySystem(this.env, 'import.expired', summary);
      return null;
    }
    const kept = record.expiresAt === null ? life.session.put({ ...record, expiresAt }) : record;
    await this.saved(life, kept);
    if (this.launches > 0) return now + WATCHDOG_SECONDS * 1000;
    return record.isArriving ? now + SETTLE_IN_SECONDS * 1000 : expiresAt;
  }

  private async eraseWhatIsLeft(): Promise<void> {
    for (const task of this.erasing.tasks()) {
      const lists = await eraseElsewhere(task, erasingPeers(this.env));
      for (const list of lists) this.erasing.saveErased({ ...list, tries: 0 });
      // A request that the engine had under way may still have reached a campaign, so once the engine rests, campaigns
      // are erased once more.
      if (this.driven !== task.life) this.erasing.end(task.life);
    }
    // Deletes the alarm too. If a new life exists by now, the storage is kept.
    if (this.life.session.record() === null && this.erasing.isEmpty()) await this.ctx.storage.deleteAll();
  }

  /** Deletes the lists of erased imports at Exotel, one request at a time; until then their names are kept. */
  private async clearLists(): Promise<number | null> {
    if (this.erasing.erasedLists().length === 0) return null;
    const engine = this.engine(this.life);
    const next = await clearErasedLists({
      exotel: engine,
      store: this.erasing,
      now: () => Date.now(),
      takeTurn: (priority: Priority) => this.account().takeTurn(`erased ${this.ctx.id.toString()}`, priority),
      endTurn: (leaseId, end) => engine.endTurn(leaseId, end),
    });
    if (next === null) await this.finishErasing();
    return next;
  }

  private engine(life: ImportLife) {
    const name = life.name();
    return createEngineDeps({
      env: this.env,
      config: requireConfig(this.env),
      store: life.store,
      session: life.session,
      campaign: (seq) => this.campaign(name, seq),
      account: this.account(),
      people: this.peopleRoom(),
      afterStep: () => life.announce(),
      sync: () => this.ctx.storage.sync(),
    });
  }
}
