import { DurableObject } from 'cloudflare:workers';
import { ok, type Result } from '../../shared/result.ts';
import { requireConfig } from '../config.ts';
import type { Env } from '../env.ts';
import { logEvent } from '../log.ts';
import { accountRules } from './record/import-settings.ts';
import { driveImport } from './engine/run-engine.ts';
import { createEngineDeps } from './engine-deps.ts';
import { clearErasedLists } from './engine/clean-up-lists.ts';
import type { OrphanRef } from './outbox/orphan-lists.ts';
import { createImportSession } from './record/import-session.ts';
import type { ImportRecord } from './record/import-record.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import { createImportStore } from './record/import-store.ts';
import { createAnnouncer } from './broadcast.ts';
import { toSummary } from './record/import-view.ts';
import type { StartResult } from './intake/launch-import.ts';
import type { Priority } from '../account/request-budget.ts';
import { createWatchers } from './live-sockets.ts';
import type { Fault } from '../errors.ts';
import type { Import } from '../../shared/protocol/import.ts';

const NOBODY = { id: '', incarnation: '' };

export type Answer<T> = Promise<Result<T, Fault>>;

/** Storage, alarm, sockets and peers of one import: what its calls stand on. */
export abstract class ImportShell extends DurableObject<Env> {
  protected readonly store = createImportStore(this.ctx.storage.sql);
  protected readonly watchers = createWatchers(this.ctx);
  protected readonly session;
  protected readonly announce;
  private driving = false;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.store.migrate();
    this.session = createImportSession({
      store: this.store,
      account: () => accountRules(requireConfig(env)),
      now: () => Date.now(),
    });
    this.announce = createAnnouncer(this.session, this.watchers, (summary, life) =>
      this.account().saveImport(summary, life),
    );
  }

  /** Never throws: six failed alarms in a row would end the chain. */
  override async alarm(): Promise<void> {
    const launchedAt = this.session.record()?.launchedAt ?? null;
    this.driving = true;
    try {
      if (launchedAt === null) return await this.clearErased();
      const next = await driveImport(this.engine());
      if (next !== null) await this.ctx.storage.setAlarm(Math.max(next, Date.now()));
      else await this.clearErased();
      await this.announce();
    } catch (cause) {
      logEvent('import_alarm_failed', { importId: this.session.record()?.id ?? null }, cause);
      await this.ctx.storage.setAlarm(Date.now() + 5_000);
    } finally {
      this.driving = false;
    }
  }

  protected async begin(result: Result<StartResult, Fault>): Answer<Import> {
    if (!result.ok) return result;
    if (!result.value.begun) return ok(this.session.view(result.value.record));
    await this.ctx.storage.setAlarm(Date.now());
    const view = await this.saved(result.value.record);
    await this.announce();
    return view;
  }

  protected async saved(record: ImportRecord): Answer<Import> {
    const view = this.session.view(this.session.record() ?? record);
    await this.account().saveImport(toSummary(view), lifeOf(record));
    return ok(view);
  }

  /** Lists of an import that is erased are deleted at Exotel one by one: until then their names are all that is kept. */
  protected async forget(lists: readonly OrphanRef[] = []): Promise<void> {
    this.session.clear();
    if (lists.length > 0) {
      this.store.keepOnly(lists);
      await this.ctx.storage.setAlarm(Date.now());
      return;
    }
    await this.ctx.storage.deleteAll();
    this.store.migrate();
  }

  private async clearErased(): Promise<void> {
    if (this.store.erasedLists().length === 0) return;
    const { store } = this;
    const engine = this.engine();
    const takeTurn = (priority: Priority) => this.account().takeTurn(`erased ${this.ctx.id.toString()}`, priority);
    const next = await clearErasedLists({
      client: engine.client,
      store,
      now: () => Date.now(),
      takeTurn,
      endTurn: (leaseId, end) => engine.endTurn(leaseId, end),
    });
    if (next !== null) await this.ctx.storage.setAlarm(Math.max(next, Date.now()));
    else if (this.session.record() === null) await this.forget();
  }

  private engine() {
    return createEngineDeps({
      env: this.env,
      config: requireConfig(this.env),
      store: this.store,
      session: this.session,
      campaign: (seq) => this.campaign(seq),
      account: this.account(),
      afterStep: () => this.announce(),
      sync: () => this.ctx.storage.sync(),
    });
  }

  protected async armBy(at: number): Promise<void> {
    if (this.driving) return;
    const current = await this.ctx.storage.getAlarm();
    if (current === null || current > at) await this.ctx.storage.setAlarm(at);
  }

  protected account() {
    return this.env.ACCOUNTS.getByName(requireConfig(this.env).EXOTEL_ACCOUNT_SID);
  }

  protected campaign(seq: number, life = lifeOf(this.session.record() ?? NOBODY)) {
    return this.env.CAMPAIGNS.getByName(`${life}/${seq}`);
  }
}
