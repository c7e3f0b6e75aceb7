import type { CheckSettings, CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import { Corrections } from '../../../shared/contacts/corrections.ts';
import type { Verdict } from '../../../shared/contacts/corrections.ts';
import type { IssueCode } from '../../../shared/contacts/issue.ts';
import type { NumberLines } from '../../../shared/contacts/number-lines.ts';
import { toE164 } from '../../../shared/phone/judge-number.ts';
import { UNSURE_KINDS } from '../../../shared/contacts/suggest-number.ts';
import type { SuggestionKind } from '../../../shared/contacts/suggest-number.ts';
import type { IssueLog } from './issue-log.ts';
import type { Changes } from '../../storage/corrections.ts';
import { overviewOf } from './issue-overview.ts';
import type { IssueOverview } from './issue-overview.ts';
import { selectRows } from './issue-view.ts';
import type { IssueFilter } from './issue-view.ts';
import { Suggestions } from './suggestions.ts';

/** One row of the table. */
export interface IssueRow {
  readonly line: number;
  /** The value as written in the file. */
  readonly value: string;
  /** The person's name; empty if the file does not say. */
  readonly name: string;
  readonly code: IssueCode;
  readonly firstLine?: number;
  /** E.164; null if nothing is suggested. */
  readonly suggestion: string | null;
  /** False if the value is in a further column: only number cells can be corrected. */
  readonly isNumberCell: boolean;
  readonly correction: { readonly value: string; readonly verdict: Verdict } | null;
}

const MOST_UNDONE = 50;

/** Every row of a file that was not accepted, its corrections, and the part of the rows that is visible. */
export class IssueModel {
  readonly log: IssueLog;
  readonly corrections: Corrections;
  readonly suggestions: Suggestions;
  readonly #codes: CheckSummary['issues'];
  #view: Uint32Array;
  #undo: Changes[] = [];

  constructor(log: IssueLog, lines: NumberLines, summary: CheckSummary, settings: CheckSettings) {
    this.log = log;
    this.#codes = summary.issues;
    this.suggestions = new Suggestions(log, settings.country);
    this.corrections = new Corrections({
      country: settings.country,
      callDuplicates: settings.callDuplicates === true,
      rows: summary.rows,
      lineOf: (number) => lines.lineOf(number),
    });
    this.#view = selectRows(this, { show: 'all', search: '' });
  }

  /** Applies a filter; answers how many rows match. */
  look(filter: IssueFilter): number {
    this.#view = selectRows(this, filter);
    return this.#view.length;
  }

  rowsFrom(start: number, count: number): IssueRow[] {
    return Array.from(this.#view.subarray(start, start + count), (at) => this.#rowAt(at));
  }

  /** Takes over stored corrections, from an earlier session or another window; they cannot be undone. */
  restore(kept: readonly (readonly [line: number, value: string])[]): void {
    const lines = new Map(kept);
    const gone = this.corrections.inOrder().filter(([line]) => !lines.has(line));
    this.#apply(gone.map(([line]) => [line, null]));
    this.#apply(kept.filter(([line, value]) => this.corrections.valueOf(line) !== value));
  }

  /**
   * Applies changes and answers the lines they changed; lines that are not in the log are skipped. A value equal to the
   * file's is not a correction.
   */
  change(changes: Changes): number[] {
    const known = changes.flatMap(([line, value]): [number, string | null][] => {
      const at = this.log.indexOf(line);
      if (at === -1) return [];
      return [[line, value === this.log.valueAt(at) ? null : value]];
    });
    const before = known.map(([line]): [number, string | null] => [line, this.corrections.valueOf(line) ?? null]);
    this.#apply(known);
    this.#remember(before);
    return known.map(([line]) => line);
  }

  /**
   * Corrects every matching row that has no correction but a suggestion of this kind; null: every kind that is sure.
   */
  takeSuggestions(only: SuggestionKind | null): number[] {
    const taken: [number, null][] = [];
    for (const at of this.#view) {
      const line = this.log.cellLineAt(at);
      const kind = line === 0 || this.corrections.valueOf(line) !== undefined ? null : this.suggestions.kindAt(at);
      if (kind === null || (only === null ? UNSURE_KINDS.has(kind) : kind !== only)) continue;
      this.corrections.setNumber(line, this.suggestions.at(at), this.log.codeAt(at));
      taken.push([line, null]);
    }
    this.#remember(taken);
    return taken.map(([line]) => line);
  }

  /** Removes the correction of every matching row. */
  takeBack(): number[] {
    const lines = new Set(Array.from(this.#view, (at) => this.log.cellLineAt(at)));
    const corrected = [...lines].filter((line) => this.corrections.valueOf(line) !== undefined);
    return this.change(corrected.map((line) => [line, null]));
  }

  /** By place in the log: 1 if the row matches the filter. */
  seen(): Uint8Array {
    const seen = new Uint8Array(this.log.count);
    for (const at of this.#view) seen[at] = 1;
    return seen;
  }

  undo(): number[] {
    const changes = this.#undo.pop() ?? [];
    this.#apply(changes.toReversed());
    return changes.map(([line]) => line);
  }

  overview(): IssueOverview {
    return overviewOf(this, this.#view, this.#codes, this.#undo.at(-1)?.length ?? 0);
  }

  /** The current corrections of these lines. */
  changesAt(lines: readonly number[]): Changes {
    return lines.map((line) => [line, this.corrections.valueOf(line) ?? null]);
  }

  /** The current value of a row's number cell. */
  valueNow(line: number): string {
    return this.corrections.valueOf(line) ?? this.log.valueAt(this.log.indexOf(line));
  }

  /** E.164; null if nothing is suggested. */
  suggestionFor(line: number): string | null {
    const number = this.suggestions.at(this.log.indexOf(line));
    return number === 0 ? null : toE164(number);
  }

  #rowAt(at: number): IssueRow {
    const line = this.log.lineAt(at);
    const firstLine = this.log.firstLineAt(at);
    const number = this.suggestions.at(at);
    const cellLine = this.log.cellLineAt(at);
    const value = this.corrections.valueOf(cellLine);
    const verdict = this.corrections.verdictOf(cellLine);
    return {
      line,
      value: this.log.valueAt(at),
      name: this.log.nameAt(at),
      code: this.log.codeAt(at),
      ...(firstLine === 0 ? {} : { firstLine: this.corrections.firstLineNow(firstLine) }),
      suggestion: number === 0 ? null : toE164(number),
      isNumberCell: cellLine !== 0,
      correction: value === undefined || verdict === undefined ? null : { value, verdict },
    };
  }

  #apply(changes: Changes): void {
    for (const [line, value] of changes) {
      const at = this.log.indexOf(line);
      if (at === -1) continue;
      if (value === null) this.corrections.remove(line);
      else this.corrections.set(line, value, this.log.codeAt(at));
    }
  }

  #remember(before: Changes): void {
    if (before.length > 0) this.#undo = [...this.#undo, before].slice(-MOST_UNDONE);
  }
}
