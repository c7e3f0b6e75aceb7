import { KEY_PRESS_HOURS, LONGEST_CALL_MINUTES } from '../../shared/people-limits.ts';
import { OPT_OUT } from '../../shared/people/key-meaning.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { requireConfig } from '../config.ts';
import type { Claim } from './ledger-store.ts';
import { PeopleRules } from './people-rules.ts';
import { addEntry, addOptOuts, removeEntry, takeUpload, type AddEntry, type TakeUpload } from './change-list.ts';
import { erasedAmong, erasedPersonOf, openCampaignsOf } from './one-person.ts';
import { findPress, type KeyPress, type PressedIn } from './key-press.ts';
import type { CallsMade } from '../campaign/calls-made.ts';
import type { OptOut } from './opt-outs.ts';
import type { OptedOutOf } from './opted-out-events.ts';
import { erasedSuppression, listSuppressions, toSuppression, type SuppressionQuery } from './list-suppressions.ts';
import { suppressionsCsv } from './suppressions-csv.ts';
import { forgetCalls } from './forgotten/forgotten-calls.ts';
import { alreadyOf } from './already/find-already.ts';
import { keyedMarks, statusesOf } from './already/keyed-marks.ts';
import { withoutChanged } from '../../shared/people/already-called.ts';
import { screenPeople, suppressedAmong, toLedger, type ScreenInput } from './screen-people.ts';
import { textStream } from '../import/reports/byte-stream.ts';
import { packNumbers, unpackNumbers, sortedOnce } from '../../shared/people/packed-numbers.ts';
import { everybody } from './everybody.ts';
import type { Calendar } from '../../shared/people/calling-days.ts';
import type { Fault } from '../errors.ts';
import type { Marks } from '../../shared/people/marked-numbers.ts';
import type { ScreenHits } from '../../shared/people/screen-answer.ts';
import type { Suppression, UploadResult, Use } from '../../shared/people/suppression.ts';
import type { SpendEstimate, SpendPassed } from '../../shared/protocol/spend.ts';

/** The packed numbers to ask about. */
export type Screened = Omit<ScreenInput, 'asked' | 'cap' | 'already' | 'now'> & {
  readonly numbers: Uint8Array;
  readonly template: string;
  /** People whom the template called within so many days are left out as well. */
  readonly notCalledForDays: number | null;
  /** Marks of their statuses, by place; left out if changed statuses do not matter. */
  readonly marked?: Marks | null;
};

/** A launch: whom each of its campaigns calls. */
export interface Launch extends Omit<Claim, 'at' | 'confirmed' | 'heading'> {
  readonly group: Use['group'];
  readonly override: boolean;
  readonly notCalledForDays: number | null;
  /** Of those called lately, people whose status has changed are called again. */
  readonly unlessChanged?: boolean;
  /** The mark of the statuses' heading; left out if no column gives statuses. */
  readonly statusHeading?: number;
  /** SMS parts of all messages; null for calls. */
  readonly parts: number | null;
  readonly campaigns: readonly {
    readonly seq: number;
    readonly contacts: number;
    readonly numbers: Uint8Array;
    /** Marks of their statuses, by place; left out if no column gives statuses. */
    readonly statuses?: Uint32Array | null;
  }[];
}

/** Why nothing was reserved for a launch: some people must not be called, or a spending cap was passed. */
export type NoClaim =
  | { readonly hits: ScreenHits; readonly spend: null }
  | { readonly hits: null; readonly spend: SpendPassed };

const MINUTE_MS = 60_000;

/** One per Exotel account: who must not be called, who was called when, and the rules that both are checked against. */
export class PeopleObject extends PeopleRules {
  add(input: AddEntry): { created: boolean; item: Suppression } {
    const erased = erasedPersonOf(this.stores, input.number);
    if (erased !== null) return { created: false, item: erasedSuppression(erased) };
    const { created, entry } = addEntry(this.stores, input, Date.now());
    return { created, item: toSuppression(entry) };
  }

  openCampaignsOf(number: number) {
    return openCampaignsOf(this.stores, number);
  }

  takeUpload(input: TakeUpload, body: ReadableStream<Uint8Array>): Promise<Result<UploadResult, Fault>> {
    const { DEFAULT_COUNTRY } = requireConfig(this.env);
    return takeUpload(this.stores, { ...input, country: DEFAULT_COUNTRY }, body, () => Date.now());
  }

  undoUpload(id: string): Result<null, Fault> {
    if (this.stores.uploads.upload(id) === null) return err({ code: 'suppression_upload_not_found' });
    this.stores.uploads.remove(id);
    return ok(null);
  }

  remove(id: string, reason: string, who: string): Result<null, Fault> {
    return removeEntry(this.stores, id, { by: who, reason, at: Date.now() })
      ? ok(null)
      : err({ code: 'suppression_not_found' });
  }

  list(query: SuppressionQuery, page: { offset: number; limit: number }): { items: Suppression[]; total: number } {
    const items: Suppression[] = [];
    let total = 0;
    for (const item of listSuppressions(this.stores, query)) {
      if (total >= page.offset && items.length < page.limit) items.push(item);
      total += 1;
    }
    return { items, total };
  }

  csv(query: SuppressionQuery): ReadableStream<Uint8Array> {
    return textStream(suppressionsCsv(listSuppressions(this.stores, query)));
  }

  /** Puts people who opted out on the list, each once, and tells the destinations once. */
  async optOut(optOuts: readonly OptOut[], of: OptedOutOf | null): Promise<void> {
    const made = addOptOuts(this.stores, optOuts, of?.name ?? null, Date.now());
    await this.tellSoon(made, of);
  }

  /** A key pressed during a call; null if we call none of the numbers or the key means nothing in that campaign. */
  async pressed(press: KeyPress): Promise<PressedIn | null> {
    const minute = Math.floor(Date.now() / MINUTE_MS);
    const times = { since: minute - KEY_PRESS_HOURS * 60, callsSince: minute - LONGEST_CALL_MINUTES };
    const found = findPress(this.stores.ledger, press, times);
    if (found?.meaning === OPT_OUT)
      await this.optOut(
        [{ number: found.number, channel: null, source: 'key_press', call: press.call ?? '' }],
        found.import,
      );
    return found;
  }

  screen(input: Screened): ScreenHits {
    this.dropDead();
    const { numbers, template, notCalledForDays, marked = null, ...rest } = input;
    return screenPeople(this.stores, {
      ...rest,
      asked: unpackNumbers(numbers),
      cap: this.settings().caps[rest.use.channel],
      already: alreadyOf(template, notCalledForDays, marked),
      now: Date.now(),
    });
  }

  /**
   * Reserves everybody of a launch, or nobody. Looks up and writes in one step, so that of two launches at the same
   * instant only one gets a number and the other is told. Repeating it changes nothing.
   */
  claim(launch: Launch): Result<SpendEstimate | null, NoClaim> {
    this.dropDead();
    const { group, override, notCalledForDays, unlessChanged, ...claim } = launch;
    // A confirmed launch is already calling: a late second press must not reserve what is settled.
    if (this.stores.ledger.claimOf(claim.life)?.confirmed === true) return ok(null);
    const now = Date.now();
    const use = { channel: claim.channel, group };
    const asked = everybody(launch.campaigns.map(({ numbers }) => numbers));
    const marked = unlessChanged === true ? statusesOf(launch, asked) : null;
    const already = alreadyOf(claim.template, notCalledForDays, marked);
    const cap = this.settings().caps[use.channel];
    const input = { asked, use, cap, life: claim.life, override, already, now };
    const hits = withoutChanged(screenPeople(this.stores, input));
    if (hits.suppressed.length + hits.calledRecently.length > 0) return err({ hits, spend: null });
    const cost = this.spendGuard.claim(launch, now);
    if (!cost.ok) return err({ hits: null, spend: cost.error });
    this.reserve(launch, this.stores.ledger.claimOf(claim.life)?.at ?? now, false);
    return cost;
  }

  /** The campaigns are written: the reservation stays until each campaign is over. */
  confirm(life: string): void {
    this.stores.ledger.confirm(life);
  }

  /** For a launch that died half-way and continues, or one by a version without a ledger: it keeps its own people. */
  renew(launch: Launch): void {
    if (this.stores.ledger.claimOf(launch.life) !== null) return;
    this.spendGuard.reserve(launch, Date.now());
    this.reserve(launch, Date.now(), true);
  }

  private reserve(launch: Launch, at: number, confirmed: boolean): void {
    const { heading, campaigns } = keyedMarks(this.stores.hash, launch);
    this.stores.ledger.claim({ ...launch, at, confirmed, heading }, campaigns);
  }

  /**
   * For a campaign made elsewhere, whose people were not checked before: from now on its known numbers count as called.
   * No money is reserved. Repeating it changes nothing.
   */
  follow(claim: Omit<Claim, 'at' | 'confirmed' | 'heading'>, numbers: Uint8Array): void {
    if (this.stores.ledger.claimOf(claim.life) !== null) return;
    const all = unpackNumbers(numbers);
    const erased = erasedAmong(this.stores, all);
    const kept = packNumbers(all.filter((number) => !erased.has(number)));
    const campaign = { seq: 1, numbers: kept, marks: null };
    this.stores.ledger.claim({ ...claim, at: Date.now(), confirmed: true, heading: 0 }, [campaign]);
  }

  /** One of its campaigns may now try each number more often than was planned at the launch. */
  planAttempts(life: string, attempts: number): void {
    this.stores.ledger.planAttempts(life, attempts);
  }

  /** The launch was not made: its reservation is deleted. */
  release(life: string): void {
    if (this.stores.ledger.claimOf(life)?.confirmed === false) this.unclaim(life);
  }

  /**
   * The import is deleted with all trace of its contacts; a keyed count still holds them back while the cap looks back.
   */
  async forget(life: string): Promise<void> {
    const channel = this.stores.ledger.claimOf(life)?.channel ?? 'voice';
    const { hours } = this.settings().caps[channel];
    const until = this.ctx.storage.transactionSync(() => forgetCalls(this.stores, life, hours, Date.now()));
    if (until !== null) await this.chain.armBy(until);
  }

  /** At the moment a campaign leaves: which of its numbers must not be called, and on which days calls are allowed. */
  leaving(
    life: string,
    numbers: Uint8Array,
    use: Use,
  ): { readonly suppressed: Float64Array; readonly calendar: Calendar; readonly isClaimed: boolean } {
    this.confirm(life);
    const suppressed = suppressedAmong(this.stores, sortedOnce(unpackNumbers(numbers)), use, Date.now());
    return { suppressed, calendar: this.calendar(), isClaimed: this.stores.ledger.claimOf(life) !== null };
  }

  /** A campaign is over: its planned attempts become the attempts made. */
  settle(life: string, seq: number, calls: readonly (Omit<CallsMade, 'seconds'> & Partial<CallsMade>)[]): void {
    const claim = this.stores.ledger.claimOf(life);
    if (claim === null) return;
    this.spendGuard.settle(claim, seq, calls);
    this.usedStore.note(claim, seq, calls, this.settings().prices.pulseSeconds);
    const erased = erasedAmong(
      this.stores,
      calls.map(({ number }) => number),
    );
    const kept = calls.filter(({ number }) => !erased.has(number));
    this.stores.ledger.settle({ life, seq, ...toLedger(kept) });
  }
}
