import { lifeOf } from '../../../shared/campaign/name-token.ts';
import { spendCapSentence } from '../../../shared/people/spend-caps.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { accountRules } from '../record/import-settings.ts';
import { planFacts, planFaultOf } from '../record/plan-import.ts';
import { checkImport, type CheckWorld } from './check-import.ts';
import { launchOf } from './claim-people.ts';
import {
  claimLaunch,
  earlierLaunch,
  launchImport,
  planLaunch,
  type LaunchInput,
  type StartResult,
} from './launch-import.ts';
import type { PaceUse } from '../../../shared/plan/free-pace.ts';
import type { AccountRules } from '../../../shared/plan/plan-template.ts';
import type { SpendPassed } from '../../../shared/protocol/spend.ts';
import type { ImportRecord } from '../record/import-record.ts';
import type { ImportSession } from '../record/import-session.ts';
import type { Override } from '../../../shared/protocol/import.ts';
import type { AccountObject } from '../../account/account-object.ts';
import type { Fault } from '../../errors.ts';
import type { PeopleObject } from '../../people/people-object.ts';

/**
 * Somebody may check the file again while a launch is asked for, so that the launch has to start over; it does so only
 * this often.
 */
const MAX_TRIES = 5;

export interface LaunchWorld extends CheckWorld {
  readonly account: DurableObjectStub<AccountObject>;
  readonly people: DurableObjectStub<PeopleObject>;
  /** Minutes of the account's pace that were promised to others. */
  readonly noteOthers: () => Promise<readonly PaceUse[]>;
}

/** Conditions that may refuse a launch. */
export interface LaunchGate {
  /** Asked before people are reserved for the launch. */
  readonly before: (record: ImportRecord) => Promise<Fault | null>;
  /** Asked at the moment of the launch; nothing is awaited after it. */
  readonly atLast: () => Fault | null;
  /**
   * Whether "again" also decides to call those called recently. An approver starts exactly what was asked for, so
   * theirs does not.
   */
  readonly takesOver: boolean;
}

/** What account and settings allow at this moment; the import uses this from now on. */
export async function rulesNow({
  session,
  config,
  calendar: askCalendar,
}: Pick<CheckWorld, 'session' | 'config' | 'calendar'>): Promise<AccountRules> {
  const calendar = await askCalendar();
  const record = session.record();
  if (record !== null && record.launchedAt === null) session.put({ ...record, calendar });
  return accountRules(config, calendar);
}

export function overrideOf(by: string, reason: string, now: number): Override {
  return { by, reason, at: new Date(now).toISOString() };
}

/**
 * Launches what the check found, once the people room has reserved all of its people. If the room refuses, the file is
 * checked again: a person who saw other counts is told the new ones; a launch asked for without counts goes on with the
 * new ones.
 */
export async function launchClaimed(
  world: LaunchWorld,
  input: LaunchInput,
  gate: LaunchGate,
  now: () => number,
): Promise<Result<StartResult, Fault>> {
  const { session, account, people, config } = world;
  if (gate.takesOver) await overrideByAgain(world, input, now());
  const rules = await rulesNow(world);
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const planned = planLaunch(session, rules, input, now(), await world.noteOthers());
    if (!planned.ok) return (await refusedAsEarlier(world, input, planned.error)) ?? planned;
    const { record, plan } = planned.value;
    const against = plan === null ? gate.atLast() : await gate.before(record);
    if (against !== null) return err(against);
    if (plan === null) return ok({ record, begun: false });
    const refused = await refusedAsEarlier(world, input, null);
    if (refused !== null) return refused;
    const claimed = await people.claim(launchOf(world.store, record, plan.campaigns, input.user));
    if (isLaunched(session)) continue;
    if (session.record()?.check?.generation !== record.check?.generation) {
      await people.release(lifeOf(record));
      continue;
    }
    if (!claimed.ok && claimed.error.spend !== null) return err(spendFault(claimed.error.spend));
    if (!claimed.ok) {
      const checked = await checkImport(world, { override: record.override });
      if (!checked.ok && checked.error.code !== 'already_launched') return checked;
      const isNobodyLeft = checked.ok && checked.value.check?.rows.accepted === 0;
      if (isNobodyLeft && input.expect !== null) {
        return err({ code: 'plan_changed', details: { contacts: 0, campaigns: 0 } });
      }
      continue;
    }
    const isOurs = await claimLaunch(account, config, record, input.again);
    const launched = isOurs.ok
      ? await launchPromised(world, rules, { record: { ...record, spend: claimed.value }, input, gate }, now)
      : isOurs;
    // If somebody else launched the import meanwhile, its people and minutes are in use and must not be released.
    if (isLaunched(session)) await people.confirm(lifeOf(record));
    else await people.release(lifeOf(record));
    return launched;
  }
  return err({ code: 'overloaded' });
}

function spendFault(passed: SpendPassed): Fault {
  return { code: 'spend_cap', message: spendCapSentence(passed), details: passed };
}

function isLaunched(session: ImportSession): boolean {
  return (session.record()?.launchedAt ?? null) !== null;
}

/** Launches at the times the account promises; the minutes are given back if the launch fails. */
export async function launchPromised(
  { session, account }: Pick<LaunchWorld, 'session' | 'account'>,
  rules: AccountRules,
  { record, input, gate }: { readonly record: ImportRecord; readonly input: LaunchInput; readonly gate: LaunchGate },
  now: () => number,
): Promise<Result<StartResult, Fault>> {
  const wish = { template: record.template, account: rules, facts: planFacts(record, now()) };
  const promised = await account.promisePlan(lifeOf(record), wish);
  if (!promised.ok) {
    const { error } = promised;
    return err(error.code === 'everything_stopped' ? error : planFaultOf(error));
  }
  const against = gate.atLast();
  const launched =
    against === null ? launchImport(session, { plan: promised.value, of: record }, input, now()) : err(against);
  if (!launched.ok && !isLaunched(session)) await account.releaseMinutes({ life: lifeOf(record) });
  return launched;
}

/**
 * That the same people were launched within a day is reported before anything else, even if none of them is left to
 * call.
 */
async function refusedAsEarlier(
  { session, account, config }: LaunchWorld,
  { again }: LaunchInput,
  fault: Fault | null,
): Promise<Result<never, Fault> | null> {
  const record = session.record();
  if (again || record === null || (fault !== null && fault.code !== 'nothing_to_call')) return null;
  const earlier = await earlierLaunch(account, config, record);
  return earlier === null ? null : err({ code: 'launched_before', details: { import: earlier } });
}

/** Asking with "again" also decides to call those called recently, so the file is checked again with them counted. */
async function overrideByAgain(world: LaunchWorld, { again, user }: LaunchInput, now: number): Promise<void> {
  const record = world.session.record();
  if (!again || record === null || record.launchedAt !== null || record.override !== null) return;
  if ((record.check?.rows.called_recently ?? 0) === 0) return;
  await checkImport(world, { override: overrideOf(user, 'again=true', now) });
}
