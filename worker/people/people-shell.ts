import { DurableObject } from 'cloudflare:workers';
import { ERASE_AGAIN_SECONDS, ERASE_IN_REQUEST_SECONDS } from '../../shared/people-limits.ts';
import { createAlarmChain } from '../alarm-chain.ts';
import { requireConfig } from '../config.ts';
import { createErasureStore, eraseOn, type ErasingWorld } from './erase-everywhere.ts';
import { createForgottenStore } from './forgotten/forgotten-store.ts';
import { createLedgerStore } from './ledger-store.ts';
import { eraseCalls, erasePerson, knownPerson, type KnownPerson } from './one-person.ts';
import { createPersonHash } from '../person-hash.ts';
import { createSuppressionStore } from './suppression-store.ts';
import { createUploadStore } from './upload-store.ts';
import { createOptedOutStore, optedOutEvent, type OptedOutOf } from './opted-out-events.ts';
import type { Entry } from './suppression-store.ts';
import type { PeopleStores } from './screen-people.ts';
import type { Env } from '../env.ts';
import type { ErasedAnswer } from '../../shared/protocol/person.ts';

/**
 * Storage and alarm of the people room. What must be told to others or erased there is finished even if the process
 * dies.
 */
export abstract class PeopleShell extends DurableObject<Env> {
  protected readonly stores: PeopleStores;
  private readonly erasures = createErasureStore(this.ctx.storage.sql);
  private readonly untold = createOptedOutStore(this.ctx.storage.sql);
  protected readonly chain = createAlarmChain(this.ctx.storage, {
    name: 'people',
    isNeeded: () => this.erasures.all().length > 0 || !this.untold.isEmpty() || this.stores.forgotten.next() !== null,
  });
  private erasing: Promise<void> | null = null;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { sql } = ctx.storage;
    this.stores = {
      entries: createSuppressionStore(sql),
      uploads: createUploadStore(sql),
      ledger: createLedgerStore(sql),
      forgotten: createForgottenStore(sql),
      hash: createPersonHash(requireConfig(env).CALLBACK_SECRET),
    };
    this.stores.entries.migrate();
    this.stores.uploads.migrate();
    this.stores.ledger.migrate();
    this.stores.forgotten.migrate();
    this.erasures.migrate();
    this.untold.migrate();
  }

  known(number: number): KnownPerson {
    return knownPerson(this.stores, number);
  }

  /**
   * From now on the number is not called, and is known here only by its hash. What imports, campaigns, sinks and
   * destinations hold is erased next: before the answer as far as time allows, the rest by an alarm.
   */
  async erase(number: number, by: string, reason: string): Promise<ErasedAnswer> {
    const now = Date.now();
    const entry = this.ctx.storage.transactionSync(() => {
      this.erasures.save({ number, after: '', left: [] });
      this.untold.forget(number);
      return erasePerson(this.stores, number, { by, reason, at: now });
    });
    await this.chain.armBy(now + ERASE_AGAIN_SECONDS * 1000);
    await this.eraseUntil(now + ERASE_IN_REQUEST_SECONDS * 1000);
    const open = this.erasures.of(number);
    return { entry, state: open === null ? 'erased' : 'under_way', left: open?.left ?? [] };
  }

  override alarm(info?: AlarmInvocationInfo): Promise<void> {
    return this.chain.run(info, async () => {
      const account = requireConfig(this.env).EXOTEL_ACCOUNT_SID;
      await this.untold.tell((events) => this.env.SINK_DIRECTORY.getByName(account).tell(events, null));
      await this.eraseUntil(Number.POSITIVE_INFINITY);
      this.stores.forgotten.dropUntil(Date.now());
      const again = this.erasures.all().length === 0 ? null : Date.now() + ERASE_AGAIN_SECONDS * 1000;
      const over = this.stores.forgotten.next();
      return again === null || over === null ? (again ?? over) : Math.min(again, over);
    });
  }

  /** In the same transaction as the entries, so that the disk has both or neither. */
  protected async tellSoon(made: readonly Entry[], of: OptedOutOf | null): Promise<void> {
    for (const entry of made) this.untold.add(entry.number, optedOutEvent(entry, of));
    if (made.length > 0) await this.chain.armBy(Date.now());
  }

  /** From the cron trigger. */
  wake(): Promise<void> {
    return this.chain.wake();
  }

  /** Only one run at a time: a caller who comes meanwhile waits for it and continues with the rest. */
  private async eraseUntil(time: number): Promise<void> {
    while (this.erasing !== null) await this.erasing.catch(() => {});
    this.erasing = this.eraseAll(time).finally(() => {
      this.erasing = null;
    });
    await this.erasing;
  }

  private async eraseAll(time: number): Promise<void> {
    for (const { number } of this.erasures.all()) {
      for (let isMore = true; isMore && Date.now() < time;) {
        const erasure = this.erasures.of(number);
        isMore = erasure !== null && (await eraseOn(this.erasingWorld(), erasure));
      }
    }
  }

  private erasingWorld(): ErasingWorld {
    const { env, stores } = this;
    const account = requireConfig(env).EXOTEL_ACCOUNT_SID;
    return {
      store: this.erasures,
      importsAfter: (id, limit) => env.ACCOUNTS.getByName(account).importIdsAfter(id, limit),
      forgetIn: (importId, number) => env.IMPORTS.getByName(importId).forgetPerson(number),
      forgetInCallbacks: (number) => env.SINK_DIRECTORY.getByName(account).forgetPerson(number),
      forgetCalls: (importId, number) => eraseCalls(stores, number, importId),
    };
  }
}
