import { DurableObject } from 'cloudflare:workers';
import { ARCHIVE_AFTER_SECONDS, TOTALS_PUSH_MS } from '../../shared/limits.ts';
import { ERASE_RETRY_SECONDS, LATE_ARCHIVE_SECONDS } from '../../shared/lives-limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { archiveCallbacks } from './archive-callbacks.ts';
import { archiveKey, archiveLine } from './callback-archive.ts';
import { readCallback, type CallbackKind } from '../callbacks/read-callback.ts';
import { readConfig } from '../config.ts';
import type { Env } from '../env.ts';
import { createAlarmChain } from '../alarm-chain.ts';
import { logEvent } from '../log.ts';
import { callsByMinute, contactsOf, type PlacedContact } from './placed-contact.ts';
import { createCampaignStore, type CampaignRecord } from './campaign-store.ts';
import { chunkOf, readContactNumber, restoreCampaign } from './restore-campaign.ts';
import { totalsOf } from './outcome-tracker.ts';
import type { OutcomeTracker, CampaignTotals, UncalledOutcome } from './outcome-tracker.ts';
import { toContactResult, type ContactResult } from './contact-result.ts';
import type { UpstreamCall } from '../exotel/read-call.ts';
import type { CampaignState } from '../../shared/protocol/campaign-view.ts';

/** When a callback that came at `receivedAt` reaches KV at the latest; epoch ms. */
const archiveTime = (receivedAt: number): number => receivedAt + ARCHIVE_AFTER_SECONDS * 1000;

interface Loaded {
  readonly record: CampaignRecord;
  readonly state: OutcomeTracker;
}

/** One campaign's callbacks and outcomes. A callback is durable before `receive` answers; counting is a pure function. */
export class CampaignObject extends DurableObject<Env> {
  private readonly store = createCampaignStore(this.ctx.storage.sql);
  private readonly chain = createAlarmChain(this.ctx.storage, {
    name: 'campaign',
    isNeeded: () =>
      this.store.erasing() !== null ||
      this.store.callbacks.full().length > 0 ||
      this.store.callbacks.fillingSince() !== null,
  });
  private loaded: Loaded | null = null;
  private pushing: Promise<void> | null = null;
  private archiving: Promise<void> | null = null;
  private hint: CampaignState | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    if (this.store.isLitter()) ctx.waitUntil(ctx.storage.deleteAll());
  }

  /** Made before the campaign is sent, so that a callback overtaking the answer finds its place. Repeating it changes nothing. */
  open(record: CampaignRecord, numbers: Float64Array): void {
    // Sent before its import was erased, and arrived after.
    if (this.store.erasing() === null) this.store.save(record, numbers);
  }

  async receive(
    kind: CallbackKind,
    body: string,
    receivedAt: number,
  ): Promise<Result<{ id: number }, { code: 'unknown_campaign' }>> {
    const loaded = this.load();
    if (loaded === null) return err({ code: 'unknown_campaign' as const });
    const { id, place } = this.store.callbacks.add(receivedAt, kind, body);
    this.count(loaded, kind, body);
    if (place === 1)
      await this.chain.armBy(this.store.callbacks.full().length > 0 ? receivedAt : archiveTime(receivedAt));
    this.pushSoon(loaded);
    return ok({ id });
  }

  /** Call details read back from Exotel; fills what callbacks missed. */
  fill(calls: readonly UpstreamCall[]): CampaignTotals | null {
    const loaded = this.load();
    if (loaded === null) return null;
    for (const call of calls) {
      const number = readContactNumber(call.number, loaded.record.country);
      if (number !== null) loaded.state.addCallOf(number, call);
    }
    this.saveDirty(loaded);
    return totalsOf(loaded.state, Date.now());
  }

  refuse(numbers: readonly number[]): CampaignTotals | null {
    const loaded = this.load();
    if (loaded === null) return null;
    loaded.state.refuse(numbers);
    this.saveDirty(loaded);
    return totalsOf(loaded.state, Date.now());
  }

  close(uncalled: UncalledOutcome): CampaignTotals | null {
    const loaded = this.load();
    if (loaded === null) return null;
    loaded.state.close(uncalled);
    this.saveDirty(loaded);
    return totalsOf(loaded.state, Date.now());
  }

  totals(): CampaignTotals | null {
    const loaded = this.load();
    return loaded === null ? null : totalsOf(loaded.state, Date.now());
  }

  /** In contact order, for the results file. */
  results(): ContactResult[] {
    const loaded = this.load();
    if (loaded === null) return [];
    const { state } = loaded;
    const places = Array.from({ length: state.size() }, (_, index) => index);
    return places.map((index) => toContactResult(state.contact(index), state.outcome(index)));
  }

  /** As far as they are known, in the order of `results`; E.164 digits. */
  numbers(): (number | null)[] {
    const state = this.load()?.state;
    return Array.from({ length: state?.size() ?? 0 }, (_, index) => state?.numberAt(index) ?? null);
  }

  /** Whoever has this number here, and what became of them. */
  contactsOf(number: number): PlacedContact[] {
    const loaded = this.load();
    return loaded === null ? [] : contactsOf(loaded.state, number);
  }

  pace(): Map<number, number> {
    const loaded = this.load();
    return loaded === null ? new Map() : callsByMinute(loaded.state);
  }

  /** Where this campaign's callbacks are: keys of archived batches in order, then what is still here. */
  callbacks(): { readonly keys: string[]; readonly lines: string[] } {
    const loaded = this.load();
    if (loaded === null) return { keys: [], lines: [] };
    const { seq } = loaded.record;
    const lines = Array.from(this.store.callbacks.all(), (callback) => archiveLine(seq, callback));
    return { keys: this.store.callbacks.archived().map(({ batch }) => archiveKey(loaded.record, batch)), lines };
  }

  /** For good: everything here at once, then its archives, one that is being written as well. */
  async erase(): Promise<void> {
    const loaded = this.load();
    if (loaded !== null) {
      const now = Date.now();
      const begun = this.store.callbacks.begun();
      const batches = [...this.store.callbacks.archived().map(({ batch }) => batch), ...begun];
      const keys = batches.map((batch) => archiveKey(loaded.record, batch));
      const until = begun.length === 0 ? now : now + LATE_ARCHIVE_SECONDS * 1000;
      this.ctx.storage.transactionSync(() => this.store.beginErasing({ keys, until }));
      const armed = this.chain.set(now + ERASE_RETRY_SECONDS * 1000);
      this.loaded = null;
      await armed;
    }
    const isOurs = this.archiving !== null;
    await this.archiving?.catch(() => {});
    await this.finishErasing(isOurs);
  }

  /** `isWritten`: no request of ours is still writing an archive. Else one of a process that died may be. */
  private async finishErasing(isWritten: boolean): Promise<void> {
    const task = this.store.erasing();
    if (task === null) return;
    for (const key of task.keys) await this.env.CALLBACKS.delete(key);
    if (isWritten || Date.now() >= task.until) await this.ctx.storage.deleteAll();
    else await this.chain.set(task.until);
  }

  override alarm(info?: AlarmInvocationInfo): Promise<void> {
    return this.chain.run(info, () => this.work());
  }

  /** From the cron trigger, by its import. */
  wake(): Promise<void> {
    return this.chain.wake();
  }

  private async work(): Promise<null> {
    if (this.store.erasing() !== null) {
      await this.finishErasing(false);
      return null;
    }
    try {
      this.archiving = this.archive();
      await this.archiving;
    } finally {
      this.archiving = null;
    }
    const loaded = this.load();
    if (loaded !== null) await this.push(loaded);
    return null;
  }

  private load(): Loaded | null {
    if (this.loaded !== null) return this.loaded;
    this.loaded = restoreCampaign(this.store);
    if (this.loaded === null) return null;
    for (const callback of this.store.callbacks.all()) this.count(this.loaded, callback.kind, callback.body);
    return this.loaded;
  }

  private count(loaded: Loaded, kind: string, body: string): void {
    const facts = readCallback(body);
    if (kind === 'campaign') this.hint = facts.campaignState;
    else if (kind === 'schedule') loaded.state.report(facts, 'schedule');
    else if (kind === 'call' || kind === 'message') loaded.state.report(facts, 'call');
  }

  private saveDirty({ state }: Loaded): void {
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
      saveOutcomes: () => this.saveDirty(loaded),
    });
    const since = this.store.callbacks.fillingSince();
    if (since !== null && this.loaded === loaded) await this.chain.armBy(archiveTime(since));
  }

  private pushSoon(loaded: Loaded): void {
    if (this.pushing !== null) return;
    this.pushing = new Promise((resolve) => setTimeout(resolve, TOTALS_PUSH_MS)).then(async () => {
      this.pushing = null;
      await this.push(loaded);
    });
    this.ctx.waitUntil(this.pushing);
  }

  /** Totals are a hint to the import, which asks again by itself: a lost one only delays the screen. */
  private async push(loaded: Loaded): Promise<void> {
    const { importId, incarnation, seq } = loaded.record;
    try {
      const news = { incarnation, seq, totals: totalsOf(loaded.state, Date.now()), hint: this.hint };
      await this.env.IMPORTS.getByName(importId).campaignChanged(news);
      this.hint = null;
    } catch (cause) {
      logEvent('totals_not_pushed', { importId, seq }, cause);
    }
  }
}
