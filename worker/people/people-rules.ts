import { CLAIM_HOLDS_MINUTES } from '../../shared/people-limits.ts';
import { calendarOf, changeSettings, DEFAULT_SETTINGS } from '../../shared/people/default-settings.ts';
import { requireConfig } from '../config.ts';
import { PeopleShell } from './people-shell.ts';
import { createSettingsStore } from './settings-store.ts';
import { createSpendGuard } from './spend-guard.ts';
import { createUsedStore, type Used } from './used-store.ts';
import type { Calendar } from '../../shared/people/calling-days.ts';
import type { SettingsChange, StoredSettings } from '../../shared/protocol/settings.ts';
import type { SpendTerms, Spent } from '../../shared/protocol/spend.ts';
import type { Env } from '../env.ts';
import type { ErasedPerson } from './suppression-store.ts';

const MINUTE_MS = 60_000;

/** The rules for every import of the team, and how much of their limits is used. */
export abstract class PeopleRules extends PeopleShell {
  private readonly settingsStore = createSettingsStore(this.ctx.storage.sql);
  protected readonly usedStore = createUsedStore(this.ctx.storage.sql);
  protected readonly spendGuard = createSpendGuard({
    sql: this.ctx.storage.sql,
    settings: () => this.settings(),
    used: this.usedStore,
    timeZone: requireConfig(this.env).TIME_ZONE,
  });

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.settingsStore.migrate();
    this.usedStore.migrate();
    this.spendGuard.migrate();
  }

  settings(): StoredSettings {
    return this.settingsStore.settings() ?? DEFAULT_SETTINGS;
  }

  calendar(): Calendar {
    return calendarOf(this.settings());
  }

  changeSettings(change: SettingsChange): StoredSettings {
    const settings = changeSettings(this.settings(), change);
    this.settingsStore.save(settings);
    return settings;
  }

  /** Takes over the settings of an account file. */
  restoreSettings(settings: StoredSettings): void {
    this.settingsStore.save(settings);
  }

  erasedPeople(): ErasedPerson[] {
    return this.stores.entries.erased();
  }

  restoreErased(people: readonly ErasedPerson[]): void {
    for (const person of people) this.stores.entries.addErased(person);
  }

  /** What imports started in a period (epoch ms) used, by person, and the price of a pulse. */
  used(from: number, to: number): { items: Used[]; open: number; pulse: number | null } {
    const { pulse } = this.settings().prices;
    return { items: this.usedStore.between(from, to), open: this.usedStore.open(from, to), pulse };
  }

  /** The prices that an estimate uses. */
  spendTerms(): SpendTerms {
    return this.spendGuard.terms(Date.now());
  }

  /** How much of the spending caps is used today. */
  spent(person: string): Spent {
    this.dropDead();
    return this.spendGuard.spent(person, Date.now());
  }

  /** Releases the people and the money that a launch reserved. */
  protected unclaim(life: string): void {
    this.stores.ledger.drop(life);
    this.spendGuard.drop(life);
  }

  /** Releases launches that died before their campaigns were written, so that they do not hold people back for long. */
  protected dropDead(): void {
    const before = Date.now() - CLAIM_HOLDS_MINUTES * MINUTE_MS;
    for (const { life, at, confirmed } of this.stores.ledger.claims()) {
      if (!confirmed && at < before) this.unclaim(life);
    }
  }
}
