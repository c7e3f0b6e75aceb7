import { contactsNotTaken, isUnused } from '../../../worker/import/outbox/campaign-lists.ts';
import type { EngineWorld } from './engine-world.ts';

/** What an ended import did wrong according to the stand-in's ledger; empty if nothing. */
export function wrongsOf(world: EngineWorld): string[] {
  const { control } = world.exotel;
  const summary = control.summary();
  const seen = control.outcomes();
  const excluded = new Set(world.rows().flatMap((row) => row.excluded.map((number) => `+${number}`)));
  const messages = messagesOf(world);
  const isPartly = world.rows().some((row) => contactsNotTaken(row) > 0);
  const wrongs: string[] = [];
  if (!world.rows().every((row) => row.closed)) wrongs.push(`it ends as ${world.state()}, with campaigns open`);
  if (!['finished', 'stopped'].includes(world.state())) wrongs.push(`it ends as ${world.state()}`);
  for (const number of summary.numbersInSeveralCampaigns) wrongs.push(`${number} is in two campaigns`);
  for (const number of summary.numbersDialledBySeveralCampaigns) wrongs.push(`${number} was dialled by two campaigns`);
  if (summary.counts.dialsOutsideWindow > 0) wrongs.push('calls outside the window');
  if (summary.counts.messagesOutsideWindow > 0) wrongs.push('messages outside the window');
  for (const number of summary.numbersMessagedTwice) wrongs.push(`${number} was written to twice`);
  wrongs.push(...wrongsOfLists(world));
  for (const [number, outcome] of Object.entries(world.outcomes())) {
    const told = messages.get(number) ?? seen[number]?.outcome ?? 'not_attempted';
    const isOut = excluded.has(number) || (isPartly && !messages.has(number) && seen[number] === undefined);
    const truth = isOut ? 'invalid' : told;
    if (outcome !== truth) wrongs.push(`${number} is said to be ${outcome} and is ${truth}`);
  }
  if (world.state() === 'finished') wrongs.push(...uncalledIn(world, excluded));
  const stoppedAt = world.stoppedAt();
  if (stoppedAt !== null) {
    const { dials, messages: sent } = control.ledger();
    const late = [...dials, ...sent].filter(({ at }) => Date.parse(at) > stoppedAt);
    if (late.length > 0) wrongs.push(`${late.length} calls after it said stopped`);
  }
  return wrongs;
}

/** Who was not called though nobody stopped the import, gave their campaign up, or deleted it at Exotel. */
function uncalledIn(world: EngineWorld, excluded: ReadonlySet<string>): string[] {
  const given = world.rows().filter((row) => row.state !== 'cancelled' && row.want !== 'ended' && row.goneAt === null);
  const numbers = new Set(given.flatMap((row) => world.numbersOf(row)));
  return Object.entries(world.outcomes())
    .filter(([number, outcome]) => outcome === 'not_attempted' && numbers.has(number) && !excluded.has(number))
    .map(([number]) => `${number} was not called`);
}

/** Each contact that a campaign needs is in one list of one upload, complete when its campaign was made. */
function wrongsOfLists(world: EngineWorld): string[] {
  const { counts, listsUploadedSeveralTimes, campaignsBeforeTheirLists } = world.exotel.control.summary();
  const used = world.rows().filter((row) => row.lists.length > 0 && !isUnused(row));
  const wanted = used.reduce((sum, row) => sum + row.contacts - contactsNotTaken(row), 0);
  return [
    ...listsUploadedSeveralTimes.map((name) => `list ${name} was uploaded twice`),
    ...campaignsBeforeTheirLists.map((sid) => `campaign ${sid} was made before its lists`),
    ...(counts.numbersInSeveralLists > 0 ? [`${counts.numbersInSeveralLists} numbers are in several lists`] : []),
    ...(counts.numbersInLists === wanted ? [] : [`lists hold ${counts.numbersInLists} numbers and not ${wanted}`]),
  ];
}

const WORDS: Readonly<Record<string, string>> = { sent: 'completed', failed_dnd: 'dnd', invalid: 'invalid' };

/** The outcome of every message, in our words. */
function messagesOf(world: EngineWorld): ReadonlyMap<string, string> {
  const { messages } = world.exotel.control.ledger();
  return new Map(messages.map(({ number, result }) => [number ?? '', WORDS[result ?? ''] ?? 'failed']));
}
