import { judgeNumber } from '../phone/judge-number.ts';
import { NEVER, rankHeading } from './column-headings.ts';
import { isMissing } from './missing-words.ts';

const NUMBER_DIGITS = 7;
/** Reasons of cells that were numbers before a spreadsheet or a person spoiled them. */
const SPOILED = new Set(['several_numbers', 'excel_exponent', 'excel_truncated', 'excel_computed']);

/** Days and times of day, as reports have them above their headings. */
const MOMENTS = /\d{1,4}([-/.])\d{1,2}\1\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?/gu;

/** Whether a cell holds a callable number, or what is left of one. "Generated: 2026-11-30 10:00" holds none. */
export function holdsNumber(cell: string, country: string): boolean {
  if (!/\p{Nd}/u.test(cell)) return false;
  const verdict = judgeNumber(cell, country);
  if (verdict.ok || !SPOILED.has(verdict.error.code)) return verdict.ok;
  const rest = cell.replaceAll(MOMENTS, '');
  return rest === cell || rest.replaceAll(/\P{Nd}/gu, '').length >= NUMBER_DIGITS;
}

/** A number, even a spoiled one, makes a row; words make a heading, and so does "Mobile (e.g. 9876543210)". */
export function isHeading(cell: string, country: string): boolean {
  const verdict = judgeNumber(cell, country);
  if (verdict.ok) return false;
  if (verdict.error.code !== 'not_a_number' && verdict.error.code !== 'letters') return false;
  const digits = cell.replaceAll(/\D/gu, '').length;
  return digits < NUMBER_DIGITS || (rankHeading(cell) > 0 && digits < cell.replaceAll(/\P{L}/gu, '').length);
}

/**
 * Whether a record is the headings of a table with numbers in `column`. If its cell there is empty, another heading
 * must show it.
 */
export function isHeaderRecord(cells: readonly string[], column: number, country: string): boolean {
  const cell = cells[column] ?? '';
  if (rankHeading(cell) > 0 || !isMissing(cell)) return isHeading(cell, country);
  return cells.some((other) => isTellingHeading(other)) && !cells.some((other) => judgeNumber(other, country).ok);
}

const USUAL =
  /^(?:(?:full|first|last|customer|lead|student|owner|contact|company)?[\s_]*name|city|state|area|address|email(?: id)?|date|remarks?|amount|status|source|sl|nos?|नाम|शहर|पता)$/iu;

/** True of a heading that many lists have, a telephone, or another kind of number. */
export function isTellingHeading(cell: string): boolean {
  const text = cell.trim();
  const rank = rankHeading(text);
  return (text !== '' && USUAL.test(text)) || rank > 0 || (rank === NEVER && /\p{L}/u.test(text));
}
