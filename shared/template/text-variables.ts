import { MAX_VARIABLES } from '../limits.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { listHeaders } from './list-headers.ts';
import { foldName, MARK, splitText } from './split-text.ts';
import type { TextPart } from './split-text.ts';
import { spokenValue } from './spoken-value.ts';

/** A variable and the column it stands for, counted from 0. `header` is what that column is called in a list of ours. */
export type BoundVariable = { readonly name: string; readonly column: number; readonly header: string };

/** The parts name their variables as `variables` does, each of which has a name of its own. */
export type BoundText = { readonly parts: readonly TextPart[]; readonly variables: readonly BoundVariable[] };

export type VariableFault =
  | { readonly code: 'variable_not_found'; readonly variable: string; readonly headings: readonly string[] }
  | { readonly code: 'too_many_variables'; readonly count: number; readonly limit: number };

/** A variable's column as a user names it: a heading, in any case, or a position from 1. */
export type VariableChoices = Readonly<Record<string, string | number>>;

type Found = { readonly name: string; readonly column: number };

/**
 * Finds the column of every variable: the one chosen for it, or the one headed like it. A variable written in other
 * letter case is the same one, unless there is a column that is headed so.
 */
export function bindText(
  text: string,
  headings: readonly string[],
  choices: VariableChoices = {},
): Result<BoundText, VariableFault> {
  const chosen = new Map(Object.entries(choices).map(([name, choice]) => [foldName(name), choice]));
  const found: Found[] = [];
  const parts: TextPart[] = [];
  for (const part of splitText(text, [...Object.keys(choices), ...headings])) {
    if (part.kind === 'text') {
      parts.push(part);
      continue;
    }
    const column = columnOf(chosen.get(foldName(part.name)) ?? part.name, headings);
    if (column === -1) return err({ code: 'variable_not_found', variable: part.name, headings });
    const name = found.find((one) => one.column === column && foldName(one.name) === foldName(part.name))?.name;
    if (name === undefined) found.push({ name: part.name, column });
    parts.push({ kind: 'variable', name: name ?? part.name });
  }
  if (found.length > MAX_VARIABLES) {
    return err({ code: 'too_many_variables', count: found.length, limit: MAX_VARIABLES });
  }
  const headers = listHeaders(found.map(({ name }) => name));
  return ok({ parts, variables: found.map(({ name, column }, at) => ({ name, column, header: headers[at] ?? '' })) });
}

function columnOf(choice: string | number, headings: readonly string[]): number {
  if (typeof choice === 'number') return headings[choice - 1] === undefined ? -1 : choice - 1;
  const exact = headings.indexOf(choice);
  return exact === -1 ? headings.findIndex((heading) => foldName(heading) === foldName(choice)) : exact;
}

/** The text as Exotel takes it beside a list whose columns are headed as bound. */
export function exotelText({ parts, variables }: BoundText): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text : `${MARK}${boundTo(part.name, variables)?.header ?? part.name}`))
    .join('');
}

function boundTo(name: string, variables: readonly BoundVariable[]): BoundVariable | undefined {
  return variables.find((variable) => variable.name === name);
}

/** What one contact hears or reads, piece by piece; a variable without a value has the value ''. */
export type SpokenPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly value: string };

export function fillText({ parts, variables }: BoundText, cells: readonly string[]): SpokenPart[] {
  return parts.map((part) => {
    if (part.kind === 'text') return part;
    const column = boundTo(part.name, variables)?.column;
    return { ...part, value: column === undefined ? '' : spokenValue(cells[column]) };
  });
}
