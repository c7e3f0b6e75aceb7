import { TEST_CALL_WITHIN_SECONDS } from '../../../shared/people-limits.ts';
import { formatCallingWindow } from '../../../shared/plan/calling-window.ts';
import { callingHours, type AccountRules } from '../../../shared/plan/plan-template.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { launchClaimed, launchPromised, rulesNow, type LaunchGate, type LaunchWorld } from './launch-claimed.ts';
import { planLaunch, type LaunchInput, type StartResult } from './launch-import.ts';
import { takeOrFindFile, type IntakeWorld } from './one-shot-upload.ts';
import type { ImportRecord, OpenInput } from '../record/import-record.ts';
import type { Fault } from '../../errors.ts';

const NO_GATE = { before: async () => null, atLast: () => null, takesOver: false };

/** An id that belongs to an ordinary import is refused, or that import would be launched. */
export async function takeOrFindTestCall(
  world: IntakeWorld,
  input: OpenInput,
  file: string,
): Promise<Result<ImportRecord, Fault>> {
  const known = world.session.record();
  if (known !== null && !known.test) return err({ code: 'import_exists' });
  const bytes = new Blob([file]);
  return takeOrFindFile(world, { ...input, fileBytes: bytes.size, test: true }, bytes.stream());
}

/**
 * Launches a test call. It is outside caps and counts: no people and no money are reserved, and it does not wait for
 * free minutes. Calling hours, the list of people not to be called, and the brake apply as for every call.
 */
async function launchTest(
  world: Pick<LaunchWorld, 'session' | 'account' | 'calendar' | 'config'>,
  user: string,
  now: number,
): Promise<Result<StartResult, Fault>> {
  const { session } = world;
  const rules = await rulesNow(world);
  const input = { expect: null, again: false, user };
  const planned = planLaunch(session, rules, input, now, []);
  if (!planned.ok) return err(whyNobody(session.record(), planned.error));
  const { record, plan } = planned.value;
  if (plan === null) return ok({ record, begun: false });
  if (record.check?.rows.accepted !== 1)
    return err({ code: 'invalid_request', message: 'A test call rings one number.' });
  // Outside calling hours the plan starts when they open; a test call is refused then, because nobody waits overnight
  // for it.
  if (plan.startsAt > now + TEST_CALL_WITHIN_SECONDS * 1000) return err(notNow(record, rules, plan.startsAt));
  return launchPromised(world, rules, { record, input, gate: NO_GATE }, () => now);
}

/** A test call skips the reservations; every other import makes them. */
export function launchByKind(
  world: LaunchWorld,
  input: LaunchInput,
  gate: LaunchGate,
  now: () => number,
): Promise<Result<StartResult, Fault>> {
  if (world.session.record()?.test === true) return launchTest(world, input.user, now());
  return launchClaimed(world, input, gate, now);
}

function whyNobody(record: ImportRecord | null, fault: Fault): Fault {
  if (fault.code !== 'nothing_to_call') return fault;
  return (record?.check?.rows.suppressed ?? 0) > 0
    ? { code: 'never_called' }
    : { code: 'nothing_to_call', message: 'This row cannot be called with this template. Choose another row.' };
}

function notNow({ template }: ImportRecord, rules: AccountRules, startsAt: number): Fault {
  const opensAt = new Date(startsAt).toISOString();
  return {
    code: 'outside_calling_hours',
    message: `A test call rings inside calling hours alone. They open at ${opensAt}.`,
    details: { window: formatCallingWindow(callingHours(template, rules).window), opensAt },
  };
}
