import { digitsOf, holdsDigits } from '../../../shared/phone/holds-digits.ts';
import type { Corrections } from '../../../shared/contacts/corrections.ts';
import type { IssueCode } from '../../../shared/contacts/issue.ts';
import type { IssueLog } from './issue-log.ts';
import { sortRows } from './sort-rows.ts';
import type { IssueSort } from './sort-rows.ts';
import type { Suggestions } from './suggestions.ts';

/** `mended`: corrected and accepted now. `suggested`: not corrected, but something is suggested. */
export type IssueShown = 'all' | 'mended' | 'suggested' | IssueCode;

export interface IssueFilter {
  readonly show: IssueShown;
  /** Part of the value or the name, or the line number. */
  readonly search: string;
  /** If left out, in file order. */
  readonly sort?: IssueSort;
}

export interface IssueSource {
  readonly log: IssueLog;
  readonly corrections: Corrections;
  readonly suggestions: Suggestions;
}

/**
 * The rows that a filter matches, as places in the log. They are computed once per filter and kept, so that a row stays
 * visible when a person corrects it.
 */
export function selectRows(source: IssueSource, { show, search, sort = 'line' }: IssueFilter): Uint32Array {
  const { log } = source;
  const wanted = search.trim().toLowerCase();
  const digits = /^[\p{Nd}\s()+.-]+$/u.test(wanted) ? digitsOf(wanted) : '';
  const found = new Uint32Array(log.count);
  let count = 0;
  for (let at = 0; at < log.count; at++) {
    if (show !== 'all' && !shows(source, at, show)) continue;
    if (wanted !== '' && !matches(source, at, wanted, digits)) continue;
    found[count++] = at;
  }
  return sortRows(source, found.slice(0, count), sort);
}

function shows({ log, corrections, suggestions }: IssueSource, at: number, show: IssueShown): boolean {
  const verdict = corrections.verdictOf(log.cellLineAt(at));
  if (show === 'mended') return verdict?.is === 'accepted';
  if (show === 'suggested') return verdict === undefined && suggestions.at(at) !== 0;
  return verdict === undefined ? log.codeAt(at) === show : verdict.is === 'refused' && verdict.code === show;
}

function matches({ log, corrections }: IssueSource, at: number, wanted: string, digits: string): boolean {
  const line = log.lineAt(at);
  if (digits !== '' && String(line) === digits) return true;
  if (log.nameAt(at).toLowerCase().includes(wanted)) return true;
  const corrected = corrections.valueOf(log.cellLineAt(at));
  return [log.valueAt(at), corrected].some(
    (value) =>
      value !== undefined &&
      (value.toLowerCase().includes(wanted) || (digits.length > 2 && holdsDigits(value, digits))),
  );
}
