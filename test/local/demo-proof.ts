import { isDeepStrictEqual } from 'node:util';
import type { Import } from '../../shared/protocol/import.ts';
import {
  FINAL_OUTCOMES,
  noOutcomes,
  OUTCOMES,
  sumOutcomes,
  type OutcomeCounts,
} from '../../shared/protocol/outcomes.ts';
import { count, outcomesInWords } from './parts/progress-lines.ts';

/** What independent witnesses say about one import that is over. */
export interface Evidence {
  /** The bins the file was made with. */
  readonly fileRows: {
    readonly total: number;
    readonly accepted: number;
    readonly duplicate: number;
    readonly invalid: number;
    readonly blank: number;
  };
  /** Its people on the list of those not to be called, E.164. */
  readonly notToCall: readonly string[];
  readonly dialled: ReadonlySet<string>;
  readonly view: Import;
  /** The stand-in's ledger: it saw every create and every dial. */
  readonly judge: {
    readonly counts: { readonly numbers: number; readonly dials: number; readonly dialsOutsideWindow: number };
    readonly numbersInSeveralCampaigns: readonly string[];
    readonly numbersDialledBySeveralCampaigns: readonly string[];
    readonly outcomes: Readonly<Record<string, number>>;
  };
  /** The `Outcome` column of results.csv. */
  readonly resultOutcomes: readonly string[];
  /** Callbacks the stand-in delivered, and those read back from the archive. */
  readonly callbacks: { readonly delivered: number; readonly kept: number };
}

export interface Claim {
  readonly claim: string;
  readonly holds: boolean;
  /** The figures, which also say what differs. */
  readonly figures: string;
}

function binsWithout(made: Evidence['fileRows'], suppressed: number): Import['rows'] {
  return { ...made, accepted: made.accepted - suppressed, suppressed, called_recently: 0 };
}

function sumOfBins({ total: _total, ...bins }: Import['rows']): number {
  return Object.values(bins).reduce((sum, bin) => sum + bin, 0);
}

export function proveImport({
  fileRows,
  notToCall,
  dialled,
  view,
  judge,
  resultOutcomes,
  callbacks,
}: Evidence): Claim[] {
  const { rows, contacts } = view;
  const judged = { ...noOutcomes(), ...pick(judge.outcomes) };
  const reported = histogram(resultOutcomes);
  const twice = judge.numbersInSeveralCampaigns.length;
  const dialledTwice = judge.numbersDialledBySeveralCampaigns.length;
  return [
    {
      claim: 'every row is in exactly one bin',
      holds: isDeepStrictEqual(rows, binsWithout(fileRows, notToCall.length)) && sumOfBins(rows) === rows.total,
      figures: `${count(rows.total)} rows = ${count(rows.accepted)} accepted + ${rows.duplicate} duplicate + ${rows.invalid} invalid + ${rows.blank} blank + ${rows.suppressed} not to be called + ${rows.called_recently} called recently`,
    },
    {
      claim: 'nobody was called who asked not to be',
      holds: rows.suppressed === notToCall.length && !notToCall.some((number) => dialled.has(number)),
      figures: `${rows.suppressed} left out before Start; ${notToCall.filter((number) => dialled.has(number)).length} of them dialled`,
    },
    {
      claim: 'every contact has exactly one outcome',
      holds:
        sumOutcomes(contacts) === rows.accepted &&
        FINAL_OUTCOMES.reduce((sum, each) => sum + contacts[each], 0) === rows.accepted,
      figures: `${count(sumOutcomes(contacts))} = ${outcomesInWords(contacts)}`,
    },
    {
      claim: "Exotel's side counts the same outcomes",
      holds: isDeepStrictEqual(judged, contacts) && sum(judge.outcomes) === rows.accepted,
      figures: outcomesInWords(judged),
    },
    {
      claim: 'each number is in exactly one campaign',
      holds: twice === 0 && judge.counts.numbers === rows.accepted,
      figures: `${count(judge.counts.numbers)} numbers in ${count(view.campaigns.length)} campaigns, ${twice} in two`,
    },
    {
      claim: 'no number was dialled by two campaigns',
      holds: dialledTwice === 0,
      figures: `${count(judge.counts.dials)} dials, retries included; ${dialledTwice} numbers by two`,
    },
    {
      claim: 'no call was made outside calling hours',
      holds: judge.counts.dialsOutsideWindow === 0 && judge.counts.dials > 0,
      figures: `${judge.counts.dialsOutsideWindow} of ${count(judge.counts.dials)} dials outside 09:00-21:00 in India`,
    },
    {
      claim: 'results.csv has every contact once',
      holds: resultOutcomes.length === rows.accepted && isDeepStrictEqual(reported, contacts),
      figures: `${count(resultOutcomes.length)} lines: ${outcomesInWords(reported)}`,
    },
    {
      claim: 'every callback is kept',
      // One whose answer came too late is kept, though Exotel counts it as not delivered.
      holds: callbacks.kept >= callbacks.delivered && callbacks.kept > 0,
      figures: `${count(callbacks.delivered)} delivered, ${count(callbacks.kept)} read back`,
    },
    {
      claim: 'the import says it is finished, and nothing waits',
      holds: view.state === 'finished' && view.attention.length === 0,
      figures: `${view.state}, ${view.attention.length} open questions`,
    },
  ];
}

function pick(counts: Readonly<Record<string, number>>): Partial<OutcomeCounts> {
  return Object.fromEntries(
    OUTCOMES.flatMap((outcome) => (counts[outcome] === undefined ? [] : [[outcome, counts[outcome]]])),
  );
}

function histogram(outcomes: readonly string[]): OutcomeCounts {
  const counts = noOutcomes();
  for (const outcome of OUTCOMES) counts[outcome] = outcomes.filter((each) => each === outcome).length;
  return counts;
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, each) => total + each, 0);
}
