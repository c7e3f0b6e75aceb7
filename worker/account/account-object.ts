import { SOCKET_NOTE_DAYS } from '../../shared/access-limits.ts';
import { EXOTEL_TIMEOUT_SECONDS, SAME_PEOPLE_HOURS } from '../../shared/limits.ts';
import { HUSH_AGAIN_SECONDS } from '../../shared/safety-limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { readConfig, requireConfig } from '../config.ts';
import type { Env } from '../env.ts';
import { createAlarmChain } from '../alarm-chain.ts';
import { AccountShell } from './account-shell.ts';
import { hasFormerFingerprints, keyFormerFingerprints } from './former-fingerprints.ts';
import { createPeopleNotices, type LaunchKey, type LaunchNotice } from './people-notices.ts';
import { admit, LAUNCH, leave, settle, throttlePauseMs } from './request-budget.ts';
import type { BudgetState, Priority, Turn, TurnEnd } from './request-budget.ts';
import { createLiveTickets, type TokenHolder } from './live-tickets.ts';
import { createSocketNotes } from './socket-notes.ts';
import { createKnownLists, type KnownList, type ListKey } from './known-lists.ts';
import type { Asker } from './pace-ledger.ts';
import { promisePlan, promiseSlot, type PlanWish } from './promise-minutes.ts';
import type { PaceUse } from '../../shared/plan/free-pace.ts';
import type { DialRules, Slot, SlotWish } from '../../shared/plan/next-slot.ts';
import type { Plan } from '../../shared/plan/plan-campaigns.ts';
import type { PlanFault } from '../../shared/plan/plan-faults.ts';
import type { EarlierLaunch } from '../../shared/protocol/import.ts';
import type { Channel } from '../../shared/template/template-schema.ts';

const SAME_PEOPLE_MS = SAME_PEOPLE_HOURS * 60 * 60 * 1000;

/** Somebody stopped everything, and has not yet allowed calls to start again. */
interface Stopped {
  readonly code: 'everything_stopped';
}

interface Earlier {
  readonly code: 'launched_before';
  readonly details: { readonly import: EarlierLaunch };
}

/** One per Exotel account: templates, the index of imports, and whose turn it is to send Exotel a request. */
export class AccountObject extends AccountShell {
  private readonly lists = createKnownLists(this.ctx.storage.sql);
  private readonly notices = createPeopleNotices(this.ctx.storage.sql);
  protected readonly chain = createAlarmChain(this.ctx.storage, {
    name: 'account',
    isNeeded: () => this.forgetsAt() !== null || this.brake.isUnsettled(),
  });
  private readonly tickets = createLiveTickets(this.ctx.storage.sql);
  private readonly sockets = createSocketNotes(this.ctx.storage.sql);
  private budget: BudgetState;
  private throttledInARow = 0;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.lists.migrate();
    this.notices.migrate();
    if (hasFormerFingerprints(ctx.storage.sql)) ctx.waitUntil(this.chain.set(Date.now()));
    this.tickets.migrate();
    this.sockets.migrate();
    // Waiters live in memory: after a restart they all ask again within seconds.
    this.budget = { ...this.store.budget(), waiters: [] };
  }

  async importsToWake(): Promise<string[]> {
    await this.chain.wake();
    return this.nextToWake();
  }

  async deleteImport(id: string, life: string): Promise<void> {
    this.store.deleteImport(id, life, Date.now());
    this.pace.release({ life });
    this.notices.forgetName(life);
    this.brake.forget(life);
    await this.armForADay();
  }

  /** The minutes of the account's pace that were promised to imports other than `life`. */
  promisedToOthers(channel: Channel, life: string): PaceUse[] {
    return this.pace.promisedToOthers(channel, { life }, Date.now());
  }

  promisedMinutes(): { readonly channel: Channel; readonly uses: PaceUse[] }[] {
    const now = Date.now();
    const channels: readonly Channel[] = ['voice', 'sms'];
    return channels.map((channel) => ({ channel, uses: this.pace.promisedToOthers(channel, { life: '' }, now) }));
  }

  promisePlan(life: string, wish: PlanWish): Result<Plan, PlanFault | Stopped> {
    if (this.brake.isOn()) return err({ code: 'everything_stopped' });
    return promisePlan(this.pace, life, wish);
  }

  promiseSlot(asker: Required<Asker>, channel: Channel, rules: DialRules, wish: SlotWish): Result<Slot, PlanFault> {
    return promiseSlot(this.pace, asker, channel, rules, wish);
  }

  /**
   * A person changed a campaign's time or pace: it gets the minutes it needs now, even if others were promised the
   * same.
   */
  holdMinutes(asker: Required<Asker>, channel: Channel, slot: Pick<Slot, 'sendAt' | 'doneAt' | 'pace'>): void {
    this.pace.promise(channel, { ...asker, slot });
  }

  releaseMinutes(asker: Asker): void {
    this.pace.release(asker);
  }

  /** Whether these people were launched within a day, by another import or an earlier life of this one. */
  earlierLaunch(launch: LaunchKey): EarlierLaunch | null {
    return this.notices.earlier(launch, Date.now() - SAME_PEOPLE_MS);
  }

  /**
   * Looks and claims without waiting in between, so that of two users who press at once, one launches and the other is
   * told.
   */
  async claimLaunch(launch: LaunchNotice, again: boolean): Promise<Result<null, Earlier | Stopped>> {
    if (this.brake.isOn()) return err({ code: 'everything_stopped' });
    const now = Date.now();
    const earlier = again ? null : this.notices.earlier(launch, now - SAME_PEOPLE_MS);
    if (earlier === null) this.notices.add(launch, now);
    await this.armForADay();
    return earlier === null ? ok(null) : err({ code: 'launched_before', details: { import: earlier } });
  }

  override alarm(info?: AlarmInvocationInfo): Promise<void> {
    return this.chain.run(info, async () => {
      const isSettled = !this.brake.isOn() || (await this.brake.settle());
      const forgetsAt = await this.forget();
      if (isSettled) return forgetsAt;
      return Math.min(forgetsAt ?? Number.POSITIVE_INFINITY, Date.now() + HUSH_AGAIN_SECONDS * 1000);
    });
  }

  /** What is kept for a day is deleted after that day, even if nobody launches again. */
  private async forget(): Promise<number | null> {
    const { sql } = this.ctx.storage;
    if (hasFormerFingerprints(sql)) await keyFormerFingerprints(sql, this.notices, requireConfig(this.env));
    const before = Date.now() - SAME_PEOPLE_MS;
    this.notices.dropBefore(before);
    this.store.forgetErasedBefore(before);
    return this.forgetsAt();
  }

  /** A notice still counts at the very end of its day, so it is deleted a moment later. */
  private forgetsAt(): number | null {
    const first = [this.notices.firstAt(), this.store.firstErasedAt()].filter((time) => time !== null);
    return first.length > 0 ? Math.min(...first) + SAME_PEOPLE_MS + 1_000 : null;
  }

  private async armForADay(): Promise<void> {
    await this.chain.armBy(Date.now() + SAME_PEOPLE_MS + 1_000);
  }

  /** A list at Exotel that holds these numbers; from now on the asking import counts as calling it. */
  findList(key: ListKey, life: string): KnownList | null {
    return this.lists.find(key, life);
  }

  rememberList(list: KnownList & ListKey, life: string): void {
    this.lists.remember(list, life);
  }

  /** The import no longer calls the list. True when no other import does either, so that it may be deleted. */
  releaseList(sid: string, life: string): boolean {
    return this.lists.release(sid, life);
  }

  forgetList(sid: string): void {
    this.lists.forget(sid);
  }

  addTicket(hash: string, holder: TokenHolder): void {
    this.tickets.add(hash, holder, Date.now());
  }

  redeemTicket(hash: string): TokenHolder | null {
    return this.tickets.redeem(hash, Date.now());
  }

  /** Called before a socket is opened at `place`, which names the object's kind and id. */
  noteSocket(token: string, place: string): void {
    this.sockets.add(token, place, Date.now());
    this.sockets.dropBefore(Date.now() - SOCKET_NOTE_DAYS * 24 * 60 * 60 * 1000);
  }

  /** The token with this SHA-256 is no longer good: closes its sockets wherever they are, and voids its tickets. */
  async closeSocketsOf(token: string): Promise<void> {
    this.tickets.revoke(token);
    for (const place of this.sockets.placesOf(token)) {
      const [kind, ...name] = place.split('/');
      if (kind === 'callbacks') await this.env.SINK_DIRECTORY.getByName(name.join('/')).closeSocketsOf(token);
      if (kind === 'imports') await this.env.IMPORTS.getByName(name.join('/')).closeSocketsOf(token);
    }
    this.sockets.forget(token);
  }

  /** Asks to send one request to Exotel. If refused, ask again at `retryAt`; the place in the queue is kept. */
  takeTurn(who: string, priority: Priority): Turn {
    if (priority === LAUNCH && this.brake.holds(who)) {
      return { granted: false, retryAt: Date.now() + HUSH_AGAIN_SECONDS * 1000 };
    }
    const config = readConfig(this.env);
    const perMinute = config.ok ? config.value.EXOTEL_REQUESTS_PER_MINUTE : 1;
    const leaseMs = (config.ok ? config.value.EXOTEL_TIMEOUT_SECONDS : EXOTEL_TIMEOUT_SECONDS) * 1000;
    const now = Date.now();
    const before = this.budget.leases;
    // The id is known only once the row is written; a refusal writes no row.
    const admission = admit(this.budget, { perMinute, leaseMs }, { who, priority, now, leaseId: Number.NaN });
    this.budget = admission.state;
    if (!admission.granted) return { granted: false, retryAt: admission.retryAt };
    const leaseId = this.store.addLease(now);
    const leases = admission.state.leases.map((lease) => (Number.isNaN(lease.id) ? { ...lease, id: leaseId } : lease));
    this.budget = { ...admission.state, leases };
    const kept = new Set(leases.map((lease) => lease.id));
    const gone = before.filter((lease) => !kept.has(lease.id)).map((lease) => lease.id);
    if (gone.length > 0) this.store.dropLeases(gone);
    return { granted: true, leaseId };
  }

  leaveQueue(who: string): void {
    this.budget = leave(this.budget, who);
  }

  endTurn(leaseId: number, end: TurnEnd): void {
    const now = Date.now();
    this.throttledInARow = end.throttled ? this.throttledInARow + 1 : 0;
    const emptied = end.remaining === 0 ? end.resetMs : null;
    const pauseMs = end.throttled ? throttlePauseMs(end.retryAfterMs, this.throttledInARow) : emptied;
    this.budget = settle(this.budget, { leaseId, now, pauseMs });
    this.store.endLease(leaseId, now);
    if (pauseMs !== null) this.store.pauseUntil(this.budget.pausedUntil);
  }
}
