import { toE164 } from '../phone/judge-number.ts';
import { NUMBER_HEADER } from '../template/list-headers.ts';
import { spokenValue } from '../template/spoken-value.ts';
import type { BoundVariable } from '../template/text-variables.ts';

/** The first line of a list file: Exotel wants `number`, and of the user's columns only those that are used travel. */
export function listHeading(variables: readonly BoundVariable[]): string {
  return `${[NUMBER_HEADER, ...variables.map(({ header }) => header)].join(',')}\r\n`;
}

/** One contact of a list file. `number` is E.164 digits. Values are quoted only where a comma or a quote demands it. */
export function listRow(number: number, variables: readonly BoundVariable[], cells: readonly string[]): string {
  let line = toE164(number);
  for (const { column } of variables) line += `,${listCell(cells[column])}`;
  return `${line}\r\n`;
}

/** A cell of the user's own as it stands in a list file. */
export function listCell(cell: string | undefined): string {
  const value = spokenValue(cell);
  return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
