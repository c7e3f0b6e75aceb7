import { toE164 } from '../phone/judge-number.ts';
import { NUMBER_HEADER } from '../template/list-headers.ts';
import { valueOf } from '../template/text-variables.ts';
import type { BoundVariable } from '../template/text-variables.ts';

/** The first line of a list file: Exotel requires `number`; of the user's columns only those in use are sent. */
export function listHeading(variables: readonly BoundVariable[]): string {
  return `${[NUMBER_HEADER, ...variables.map(({ header }) => header)].join(',')}\r\n`;
}

/** One row of a list file. `number` is E.164 digits. Values are quoted only if they contain a comma or a quote. */
export function listRow(number: number, variables: readonly BoundVariable[], cells: readonly string[]): string {
  let line = toE164(number);
  for (const variable of variables) line += `,${listCell(valueOf(variable, cells[variable.column]))}`;
  return `${line}\r\n`;
}

/** A value as written in a list file. */
export function listCell(value: string): string {
  return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
