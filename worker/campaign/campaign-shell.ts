import { DurableObject } from 'cloudflare:workers';
import { ARCHIVE_AFTER_SECONDS } from '../../shared/limits.ts';
import { TELL_AFTER_MS, TELL_AGAIN_SECONDS } from '../../shared/sink-limits.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import { createAlarmChain } from '../alarm-chain.ts';
import { archiveCallbacks } from './archive-callbacks.ts';
import { readCallback } from '../callbacks/read-callback.ts';
import { readConfig } from '../config.ts';
import type { Env } from '../env.ts';
import { logEvent } from '../log.ts';
import { textOf } from '../callbacks/understand-callback.ts';
import { createCampaignStore, type CampaignRecord } from './campaign-store.ts';
import type { BufferedCallback } from './callback-batches.ts';
import { createTelling, sinkDirectoryOf } from './campaign-telling.ts';
import { createTotalsPush } from './push-totals.ts';
import { createTotalsLine } from './totals-line.ts';
import { CAMPAIGN_LINE_HEADERS, type CampaignNews } from '../campaign-line.ts';
import { createInterest, type Interest } from '../events/interest.ts';
import { createTailFeed } from '../events/tail-feed.ts';
import { chunkOf, restoreCampaign } from './restore-campaign.ts';
import { totalsOf, type CampaignTotals, type OutcomeTracker } from './outcome-tracker.ts';
import type { CampaignState } from '../../shared/protocol/campaign-view.ts';

/** The latest time (epoch ms) at which a callback that came at `receivedAt` reaches KV. */
export const archiveTime = (receivedAt: number): number => receivedAt + ARCHIVE_AFTER_SECONDS * 1000;

interface Loaded {
  readonly record: CampaignRecord;
  readonly state: OutcomeTracker;
}

/** Storage, alarm, archive and peers that the calls of one campaign object use. */
export abstract class CampaignShell extends DurableObject<Env> {
  protected readonly store = createCampaignStore(this.ctx.storage.sql);
  protected readonly chain = createAlarmChain(this.ctx.storage, {
    name: 'campaign',
    isNeeded: () =>
      this.store.erasing() !== null ||
      this.store.callbacks.full().length > 0 ||
      this.store.callbacks.fillingSince() !== null ||
      (this.telling.mayBeWanted() && (this.loaded?.state.touched.size ?? 0) > 0),
  });
  protected loaded: Loaded | null = null;
  protected archiving: Promise<void> | null = null;
  protected readonly interest = createInterest({
    ask: async () => {
      const { record } = this.load() ?? {};
      if (record === undefined) return null;
      const name = `${lifeOf({ id: record.importId, incarnation: record.incarnation })}/${record.seq}`;
      return (await sinkDirectoryOf(this.env)?.interest({ kind: 'campaign', name })) ?? null;
    },
    now: () => Date.now(),
  });
  protected readonly telling = createTelling({
    interest: this.interest,
    sql: this.ctx.storage.sql,
    env: this.env,
    store: this.store,
    load: () => this.load(),
    save: (loaded) => this.saveDirty(loaded),
  });
  protected readonly tail = createTailFeed({
    interest: this.interest,
    directory: () => (this.loaded === null ? null : sinkDirectoryOf(this.env)),
    waitUntil: (work) => this.ctx.waitUntil(work),
  });
  protected readonly totalsPush = createTotalsPush({
    push: () => this.push(),
    now: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  private readonly line = createTotalsLine({
    open: () => this.openLine(),
    now: () => Date.now(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  });
  private tellingSoon = false;
  private hint: CampaignState | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    if (this.store.isLitter()) ctx.waitUntil(ctx.storage.deleteAll());
  }

  protected load(): Loaded | null {
    if (this.loaded !== null) return this.loaded;
    this.loaded = restoreCampaign(this.store);
    if (this.loaded === null) return null;
    for (const callback of this.store.callbacks.all()) this.count(this.loaded, callback);
    return this.loaded;
  }

  protected count(loaded: Loaded, callback: Pick<BufferedCallback, 'kind' | 'body' | 'encoding'>): void {
    const { kind } = callback;
    const facts = readCallback(textOf(callback));
    if (kind === 'campaign') this.hint = facts.campaignState;
    else if (kind === 'schedule') loaded.state.report(facts, 'schedule');
    else if (kind === 'call' || kind === 'message') loaded.state.report(facts, 'call');
  }

  protected totalsNow({ state }: Loaded): CampaignTotals {
    return { ...totalsOf(state, Date.now()), missed: this.telling.missed() };
  }

  /** Called after Exotel reported something: stores it, passes it on, and counts it. */
  protected async learned(loaded: Loaded): Promise<CampaignTotals> {
    this.saveDirty(loaded);
    await this.tellSoon();
    this.totalsPush.answered();
    return this.totalsNow(loaded);
  }

  /**
   * Tells the destinations shortly after, so that several callbacks go together. If the process dies before that, the
   * alarm does it.
   */
  protected async tellSoon(): Promise<void> {
    if (this.telling.mayBeWanted()) await this.chain.armBy(Date.now() + TELL_AGAIN_SECONDS * 1000);
    if (this.tellingSoon || this.telling.isUnwanted()) return;
    this.tellingSoon = true;
    const later = new Promise((resolve) => setTimeout(resolve, TELL_AFTER_MS)).then(async () => {
      this.tellingSoon = false;
      try {
        const again = await this.telling.pass();
        if (again !== null) await this.chain.armBy(again);
      } catch (cause) {
        logEvent('events_not_told', {}, cause);
        await this.chain.armBy(Date.now() + TELL_AGAIN_SECONDS * 1000);
      }
    });
    this.ctx.waitUntil(later);
  }

  override alarm(info?: AlarmInvocationInfo): Promise<void> {
    return this.chain.run(info, () => this.work());
  }

  /** From the directory of sinks: which events are wanted from now on. */
  async interestChanged(interest: Interest): Promise<void> {
    if (this.load() === null) return;
    this.interest.told(interest);
    await this.tellSoon();
  }

  /** From the cron trigger, through the import. */
  wake(): Promise<void> {
    return this.chain.wake();
  }

  protected abstract finishErasing(isWritten: boolean): Promise<void>;

  /** `urgent`: a callback says something about the whole campaign, so its import should look. */
  protected pushSoon(urgent: boolean): void {
    this.ctx.waitUntil(this.totalsPush.soon(urgent));
  }

  /**
   * Does whatever is due. Telling comes before archiving, because a callback not told yet must not be archived. Answers
   * when to come back.
   */
  private async work(): Promise<number | null> {
    if (this.store.erasing() !== null) {
      await this.finishErasing(false);
      return null;
    }
    const again = await this.telling.pass();
    try {
      this.archiving = (this.archiveDueAt() ?? Number.POSITIVE_INFINITY) <= Date.now() ? this.archive() : null;
      await this.archiving;
    } finally {
      this.archiving = null;
    }
    const loaded = this.load();
    if (loaded === null) return null;
    await this.totalsPush.pushNow();
    const archive = this.loaded === loaded ? this.archiveDueAt() : null;
    const times = [again, archive === null ? null : Math.max(archive, Date.now() + 1000)];
    const next = Math.min(...times.map((time) => time ?? Number.POSITIVE_INFINITY));
    return Number.isFinite(next) ? next : null;
  }

  /** When the next archive is due: the alarm comes for the telling as well. */
  private archiveDueAt(): number | null {
    if (this.store.callbacks.full().length > 0) return 0;
    const since = this.store.callbacks.fillingSince();
    return since === null ? null : archiveTime(since);
  }

  protected saveDirty({ state }: Loaded): void {
    for (const chunk of state.dirtyChunks) this.store.saveChunk(chunk, chunkOf(state, chunk));
    state.dirtyChunks.clear();
  }

  private async archive(): Promise<void> {
    const loaded = this.load();
    const config = readConfig(this.env);
    if (loaded === null || !config.ok) return;
    await archiveCallbacks({
      store: this.store,
      record: loaded.record,
      kv: this.env.CALLBACKS,
      retentionDays: config.value.RETENTION_DAYS,
      isErased: () => this.loaded !== loaded,
      isToldUpTo: (id) => this.telling.isToldUpTo(id),
      saveOutcomes: () => this.saveDirty(loaded),
    });
  }

  /** Totals are only a hint: the import also asks by itself, so a lost push merely delays the screen. */
  private async push(): Promise<boolean> {
    const { loaded } = this;
    if (loaded === null) return false;
    const { importId, incarnation, seq } = loaded.record;
    const news: CampaignNews = { incarnation, seq, totals: this.totalsNow(loaded), hint: this.hint };
    if (news.hint === null && this.line.say(JSON.stringify(news))) return true;
    try {
      const isWatched = await this.env.IMPORTS.getByName(importId).campaignChanged(news);
      this.hint = null;
      this.ctx.waitUntil(this.line.answered(isWatched));
      return isWatched;
    } catch (cause) {
      this.line.hangUp();
      logEvent('totals_not_pushed', { importId, seq }, cause);
      return false;
    }
  }

  private async openLine(): Promise<WebSocket | null> {
    const { loaded } = this;
    if (loaded === null) return null;
    const { importId } = loaded.record;
    try {
      const request = new Request('https://import/line', { headers: CAMPAIGN_LINE_HEADERS });
      const { webSocket } = await this.env.IMPORTS.getByName(importId).fetch(request);
      webSocket?.accept();
      return webSocket;
    } catch (cause) {
      logEvent('totals_line_not_opened', { importId }, cause);
      return null;
    }
  }
}
