import { ERASE_RETRY_SECONDS, LATE_ARCHIVE_SECONDS } from '../../shared/lives-limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { requireConfig } from '../config.ts';
import { forgetInValue } from '../callbacks/forget-in-value.ts';
import { isOf, isOfErased } from '../callbacks/traces.ts';
import { describeWaiting, type WaitingBatch } from '../callbacks/waiting-batch.ts';
import { createPersonHash } from '../person-hash.ts';
import { archiveTime, CampaignShell } from './campaign-shell.ts';
import { archiveKey, archiveLine, blankArchiveLine } from './callback-archive.ts';
import { callsByMinute, contactsOf, type PlacedContact } from './placed-contact.ts';
import { ownCallback } from './own-callback.ts';
import { callsMade, type CallsMade } from './calls-made.ts';
import { callOfPress, type PressedKey } from './pressed-key.ts';
import { readContactNumber } from './restore-campaign.ts';
import { toContactResult, type ContactResult } from './contact-result.ts';
import type { ToldRange } from './tell-destinations.ts';
import type { EventType } from '../../shared/protocol/destination.ts';
import type { CallbackKind } from '../callbacks/read-callback.ts';
import type { UpstreamCall } from '../exotel/read-call.ts';
import type { CallbackWay } from './callback-batches.ts';
import type { CampaignRecord } from './campaign-store.ts';
import type { CampaignTotals, UncalledOutcome } from './outcome-tracker.ts';

/**
 * One campaign's callbacks and outcomes. A callback is on disk before `receive` answers. Counting is a pure function.
 */
export class CampaignObject extends CampaignShell {
  private hash: ((number: number) => string) | null = null;

  /**
   * Called before the campaign is sent, so that a callback that is faster than the answer finds its campaign.
   * Idempotent.
   */
  open(record: CampaignRecord, numbers: Float64Array): void {
    // An erasing means that this call was sent before the import was erased and arrived after.
    if (this.store.erasing() === null) this.store.save(record, numbers);
  }

  async receive(
    kind: CallbackKind,
    body: string,
    receivedAt: number,
    way: CallbackWay = {},
  ): Promise<Result<{ id: number }, { code: 'unknown_campaign' }>> {
    const loaded = this.load();
    if (loaded === null) return err({ code: 'unknown_campaign' as const });
    const { record } = loaded;
    if (isOfErased(record, this.personHash(), { body, ...way })) return this.receive(kind, '', receivedAt);
    const { id, place } = this.store.callbacks.add(receivedAt, kind, body, way);
    this.count(loaded, { kind, body, ...way });
    this.tail.add(() =>
      ownCallback(archiveLine(record, { id, receivedAt, kind, body, ...way }), id, {
        id: record.importId,
        country: record.country,
      }),
    );
    if (place === 1)
      await this.chain.armBy(this.store.callbacks.full().length > 0 ? receivedAt : archiveTime(receivedAt));
    await this.tellSoon();
    this.pushSoon(kind === 'campaign');
    return ok({ id });
  }

  /** Takes in call details read from Exotel, to fill what callbacks missed. */
  async fill(calls: readonly UpstreamCall[]): Promise<CampaignTotals | null> {
    const loaded = this.load();
    if (loaded === null) return null;
    for (const call of calls) {
      const number = readContactNumber(call.number, loaded.record.country);
      if (number !== null) loaded.state.addCallOf(number, { ...call, read: true });
    }
    return this.learned(loaded);
  }

  /** A key pressed during a call, reported before the call's details are. */
  async pressed(press: PressedKey): Promise<void> {
    const loaded = this.load();
    if (loaded === null) return;
    loaded.state.addCallOf(press.number, callOfPress(press));
    await this.learned(loaded);
    this.pushSoon(false);
  }

  async refuse(numbers: readonly number[], as: 'invalid' | 'suppressed'): Promise<CampaignTotals | null> {
    const loaded = this.load();
    if (loaded === null) return null;
    loaded.state.refuse(numbers, as);
    return this.learned(loaded);
  }

  async close(uncalled: UncalledOutcome): Promise<CampaignTotals | null> {
    const loaded = this.load();
    if (loaded === null) return null;
    loaded.state.close(uncalled);
    this.telling.close();
    return this.learned(loaded);
  }

  /**
   * Somebody changed how often a number is tried, and after which results: whether each contact is done is judged anew.
   * Null if nothing changed.
   */
  changeRetries(retryCount: number, retryOn: readonly string[]): CampaignTotals | null {
    const before = this.load();
    if (before === null) return null;
    const record = { ...before.record, retryCount, retryOn };
    if (JSON.stringify(record) === JSON.stringify(before.record)) return null;
    this.saveDirty(before);
    this.store.changeRecord(record);
    this.loaded = null;
    return this.totals();
  }

  /** How often each number was called, for the people ledger; null if the campaign was never opened. */
  callsMade(): CallsMade[] | null {
    const loaded = this.load();
    return loaded === null ? null : callsMade(loaded.state, Date.now());
  }

  totals(): CampaignTotals | null {
    const loaded = this.load();
    return loaded === null ? null : this.totalsNow(loaded);
  }

  /** Totals for somebody who looks at a screen: from now on they are pushed more often. */
  look(): CampaignTotals | null {
    this.totalsPush.looked();
    return this.totals();
  }

  /** In contact order, for the results file. */
  results(): ContactResult[] {
    const loaded = this.load();
    if (loaded === null) return [];
    const { state } = loaded;
    const places = Array.from({ length: state.size() }, (_, index) => index);
    return places.map((index) => toContactResult(state.contact(index), state.outcome(index)));
  }

  /** Numbers as E.164 digits where known, in the order of `results`. */
  numbers(): (number | null)[] {
    const state = this.load()?.state;
    return Array.from({ length: state?.size() ?? 0 }, (_, index) => state?.numberAt(index) ?? null);
  }

  /** The contacts with this number, and what became of each. */
  contactsOf(number: number): PlacedContact[] {
    const loaded = this.load();
    return loaded === null ? [] : contactsOf(loaded.state, number);
  }

  pace(): Map<number, number> {
    const loaded = this.load();
    return loaded === null ? new Map() : callsByMinute(loaded.state);
  }

  /** Where this campaign's callbacks are: keys of archived batches in order, then those still here. */
  callbacks(): { readonly keys: string[]; readonly waiting: WaitingBatch[] } {
    const loaded = this.load();
    if (loaded === null) return { keys: [], waiting: [] };
    const { callbacks } = this.store;
    const keyOf = (batch: number) => archiveKey(loaded.record, batch);
    const linesOf = (batch: number) => this.linesOf(loaded.record, batch);
    return {
      keys: callbacks.archived().map(({ batch }) => keyOf(batch)),
      waiting: describeWaiting(callbacks.waiting(), { keyOf, linesOf }),
    };
  }

  /** The lines of a batch that waited for KV; null once it is there. */
  waitingLines(batch: number): string[] | null {
    const record = this.load()?.record;
    return record !== undefined && this.store.callbacks.waiting().includes(batch) ? this.linesOf(record, batch) : null;
  }

  private linesOf(record: CampaignRecord, batch: number): string[] {
    return Array.from(this.store.callbacks.read(batch), (callback) => archiveLine(record, callback));
  }

  /** The events told between two times, from one contact on, to send them to a new address. */
  told(range: ToldRange, types: readonly EventType[]) {
    return this.telling.between(range, types);
  }

  /** Erases a person here. Archives go first, because only the data stored here says which calls were theirs. */
  async forgetPerson(number: number): Promise<void> {
    const loaded = this.load();
    if (loaded === null) return;
    const { state, record } = loaded;
    const calls = state.placesOf(number).flatMap((place) => state.contact(place).calls);
    const traces = { digits: String(number), sids: calls.map(({ sid }) => sid) };
    const seen = new Set<number>();
    for (;;) {
      await this.archiving?.catch(() => {});
      const next = this.store.callbacks.archived().find(({ batch }) => !seen.has(batch));
      if (next === undefined && this.archiving === null) break;
      if (next === undefined) continue;
      seen.add(next.batch);
      await forgetInValue(this.env.CALLBACKS, archiveKey(record, next.batch), (line) =>
        blankArchiveLine(record, traces, line),
      );
    }
    // The whole campaign was erased meanwhile.
    if (this.loaded !== loaded) return;
    this.saveDirty(loaded);
    const hash = this.personHash()(number);
    this.ctx.storage.transactionSync(() => this.store.forgetPerson(number, hash, (each) => isOf(traces, each)));
    this.loaded = null;
    this.telling.forgetPages();
  }

  /** Forgets the rows of the file that are kept here for telling destinations about contacts. */
  forgetPages(): void {
    this.telling.forgetPages();
  }

  private personHash() {
    return (this.hash ??= createPersonHash(requireConfig(this.env).CALLBACK_SECRET).person);
  }

  /** Erases everything stored here in one step, then the archives, including one that is being written. */
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
    await this.telling.rest();
    const isOurs = this.archiving !== null;
    await this.archiving?.catch(() => {});
    await this.finishErasing(isOurs);
  }

  /** `isWritten`: no request of ours still writes an archive. If false, one of a process that died may be. */
  protected override async finishErasing(isWritten: boolean): Promise<void> {
    const task = this.store.erasing();
    if (task === null) return;
    for (const key of task.keys) await this.env.CALLBACKS.delete(key);
    if (isWritten || Date.now() >= task.until) await this.ctx.storage.deleteAll();
    else await this.chain.set(task.until);
  }
}
