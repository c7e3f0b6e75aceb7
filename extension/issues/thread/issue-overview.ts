import type { CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import type { IssueCode } from '../../../shared/contacts/issue.ts';
import type { RowCounts } from '../../../shared/contacts/bins.ts';
import { toE164 } from '../../../shared/phone/judge-number.ts';
import { SUGGESTION_KINDS } from '../../../shared/contacts/suggest-number.ts';
import type { SuggestionKind } from '../../../shared/contacts/suggest-number.ts';
import type { IssueSource } from './issue-view.ts';

/** Suggestions of one kind. */
export interface SuggestedKind {
  readonly kind: SuggestionKind;
  readonly count: number;
  /** The first few: the file's value, and the suggested number. */
  readonly examples: readonly { readonly value: string; readonly number: string }[];
}

const EXAMPLES = 3;

export interface IssueOverview {
  /** The counts that a check of the corrected file will give. */
  readonly rows: Readonly<RowCounts>;
  /** Number of rows by the reason for which they are not accepted now. */
  readonly codes: Partial<Record<IssueCode, number>>;
  readonly total: number;
  readonly corrected: number;
  readonly mended: number;
  /** Number of uncorrected rows with a suggestion. */
  readonly suggested: number;
  /** Suggestions in matching rows, by kind; kinds without any are left out. */
  readonly suggestedKinds: readonly SuggestedKind[];
  /** Matching rows that are corrected, and that are not accepted. */
  readonly correctedInView: number;
  readonly leftInView: number;
  /** False while more suggestions may be found. */
  readonly suggestionsComplete: boolean;
  /** Rows that the last change touched; 0 if nothing can be undone. */
  readonly undoable: number;
  /** The file gives a name for at least one of the rows. */
  readonly hasNames: boolean;
}

/**
 * All counts as they are now; what a press would change is counted in `view` only. `before` counts the codes of the
 * original file.
 */
export function overviewOf(
  source: IssueSource,
  view: Uint32Array,
  before: CheckSummary['issues'],
  undoable: number,
): IssueOverview {
  const { log, corrections, suggestions } = source;
  const codes: Partial<Record<IssueCode, number>> = { ...before };
  const add = (code: IssueCode, by: 1 | -1): void => void (codes[code] = (codes[code] ?? 0) + by);
  const lineIn = (index: number): number => log.cellLineAt(view[index] ?? 0);
  let mended = 0;
  for (const [line] of corrections.inOrder()) {
    const verdict = corrections.verdictOf(line);
    add(log.codeAt(log.indexOf(line)), -1);
    if (verdict?.is === 'refused') add(verdict.code, 1);
    else mended++;
  }
  return {
    rows: { ...corrections.rows },
    codes,
    total: log.count,
    corrected: corrections.size,
    mended,
    suggested: countWhere(log.count, (at) => isSuggested(source, at)),
    suggestedKinds: kindsIn(source, view),
    correctedInView: countWhere(view.length, (index) => corrections.valueOf(lineIn(index)) !== undefined),
    leftInView: countWhere(view.length, (index) => corrections.verdictOf(lineIn(index))?.is !== 'accepted'),
    suggestionsComplete: suggestions.isComplete,
    undoable,
    hasNames: log.hasNames,
  };
}

/** Only suggestions computed so far count. */
function isSuggested({ log, corrections, suggestions }: IssueSource, at: number): boolean {
  if (at >= suggestions.workedOut || suggestions.kindAt(at) === null) return false;
  return corrections.valueOf(log.cellLineAt(at)) === undefined;
}

function kindsIn(source: IssueSource, view: Uint32Array): SuggestedKind[] {
  const { log, suggestions } = source;
  const counts = new Map<SuggestionKind, number>();
  const examples = new Map<SuggestionKind, SuggestedKind['examples']>();
  for (const at of view) {
    const kind = isSuggested(source, at) ? suggestions.kindAt(at) : null;
    if (kind === null) continue;
    const before = counts.get(kind) ?? 0;
    counts.set(kind, before + 1);
    if (before >= EXAMPLES) continue;
    const example = { value: log.valueAt(at), number: toE164(suggestions.at(at)) };
    examples.set(kind, [...(examples.get(kind) ?? []), example]);
  }
  return SUGGESTION_KINDS.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [{ kind, count, examples: examples.get(kind) ?? [] }];
  });
}

function countWhere(count: number, holds: (index: number) => boolean): number {
  let found = 0;
  for (let index = 0; index < count; index++) if (holds(index)) found++;
  return found;
}
