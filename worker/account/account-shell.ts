import { DurableObject } from 'cloudflare:workers';
import { MAX_IMPORTS_ASKED } from '../../shared/limits.ts';
import { MAX_IMPORTS_WOKEN } from '../../shared/safety-limits.ts';
import type { Env } from '../env.ts';
import type { AlarmChain } from '../alarm-chain.ts';
import { createAccountStore } from './account-store.ts';
import { createToldDays, type PastDay } from './told-days.ts';
import { createBrakeStore } from './brake-store.ts';
import { createPaceLedger } from './pace-ledger.ts';
import { createBrake } from './stop-everything.ts';
import { createTestCalls } from './test-calls.ts';
import type { ImportNames, KnownImport } from './account-store.ts';
import type { ImportQuery } from './import-list.ts';
import type { Brake } from '../../shared/protocol/brake.ts';
import type { ImportSummary } from '../../shared/protocol/import.ts';
import type { Template } from '../../shared/template/template-schema.ts';

const UNDER_WAY = ['launching', 'running', 'paused', 'stopping', 'needs_attention'] as const;

/** What the account knows of its templates and imports, and the brake that stops all imports at once. */
export abstract class AccountShell extends DurableObject<Env> {
  protected readonly store = createAccountStore(this.ctx.storage.sql);
  private readonly toldDays = createToldDays(this.ctx.storage.sql, this.store);
  protected readonly pace = createPaceLedger(this.ctx.storage.sql);
  protected readonly brake = createBrake({
    store: createBrakeStore(this.ctx.storage.sql),
    // An import that was promised minutes may be about to record its launch.
    underWay: () => this.store.importsToStop(UNDER_WAY, this.pace.lives(Date.now())),
    hush: (importId, life, isFirst) => this.env.IMPORTS.getByName(importId).hush(life, isFirst),
  });
  private readonly testCalls = createTestCalls(this.ctx.storage.sql);
  protected abstract readonly chain: AlarmChain;
  /** The id of the import woken last; the next trigger goes on after it. */
  private wokenUpTo = '';

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.store.migrate();
    this.toldDays.migrate();
    this.pace.migrate();
    this.brake.migrate();
    this.testCalls.migrate();
  }

  templates(offset: number, limit: number): { items: Template[]; total: number } {
    return this.store.templates(offset, limit);
  }

  template(id: string): Template | null {
    return this.store.template(id);
  }

  saveTemplate(template: Template): void {
    this.store.saveTemplate(template, Date.parse(template.createdAt));
  }

  deleteTemplate(id: string): boolean {
    return this.store.deleteTemplate(id);
  }

  imports(query: ImportQuery): { items: ImportSummary[]; total: number } {
    return this.store.imports(query);
  }

  /** Ids of imports that callbacks received before a moment (epoch ms) may be about. */
  launchedBefore(moment: number, limit: number): string[] {
    return this.store.launchedBefore(moment, limit);
  }

  /** Those of the named imports that exist. */
  knownImports(names: ImportNames): KnownImport[] {
    return this.store.knownImports(names);
  }

  /** What was started on a day that is over; empty if the destinations were already told of that day. */
  startedIn(day: PastDay, isLate: boolean): ImportSummary[] {
    return this.toldDays.startedIn(day, isLate);
  }

  noteDay(date: string): void {
    this.toldDays.note(date);
  }

  /** Imports that may still call somebody, by id. */
  importsUnderWay(): string[] {
    return this.store.importsIn(UNDER_WAY, MAX_IMPORTS_ASKED);
  }

  /** Ids of all imports, in order, one piece at a time. */
  importIdsAfter(id: string, limit: number): string[] {
    return this.store.importIdsAfter(id, limit);
  }

  /** The imports that the cron trigger is to wake; only some of them if there are very many. */
  protected nextToWake(): string[] {
    const ids = this.store.importsToWake(Date.now(), this.wokenUpTo, MAX_IMPORTS_WOKEN);
    this.wokenUpTo = ids.length < MAX_IMPORTS_WOKEN ? '' : (ids.at(-1) ?? '');
    return ids;
  }

  saveImport(summary: ImportSummary, life: string): void {
    this.store.saveImport(summary, life);
  }

  /**
   * Stops everything of everybody. It is written down before any import is told, so that an alarm can finish it if this
   * process dies.
   */
  async stopEverything(by: string, reason: string): Promise<Brake> {
    this.brake.press({ by, reason, at: Date.now() });
    await this.chain.armBy(Date.now());
    return this.stoppedEverything();
  }

  async stoppedEverything(): Promise<Brake> {
    await this.brake.settle();
    return this.brake.view();
  }

  isStopped(): boolean {
    return this.brake.isOn();
  }

  /** Calls may be started again; imports that were paused stay paused. */
  allowStarting(): Brake {
    this.brake.release();
    return this.brake.view();
  }

  reserveTestCall(id: string, who: string): number {
    return this.testCalls.take(id, who, Date.now());
  }

  giveBackTestCall(id: string): void {
    this.testCalls.giveBack(id);
  }

  /** Somebody deliberately resumes this import, so the brake no longer holds it. */
  letGo(importId: string): Promise<void> {
    return this.brake.letGo(importId);
  }
}
