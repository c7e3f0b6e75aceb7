import { namedColumns, placesOf } from '../columns/named-columns.ts';
import type { NamedColumn } from '../columns/named-columns.ts';
import { MAX_VARIABLES } from '../limits.ts';
import { err, ok } from '../result.ts';
import type { Result } from '../result.ts';
import { listHeaders } from './list-headers.ts';
import { foldName, MARK, splitText } from './split-text.ts';
import type { TextPart } from './split-text.ts';
import { languageOf, spokenForm } from './spoken-forms.ts';
import type { SpokenAs, SpokenForm } from './spoken-forms.ts';
import { isShortened, spokenValue } from './spoken-value.ts';

/** A variable and its column, counted from 0. `header` is the name of that column in our lists. */
export type BoundVariable = {
  readonly name: string;
  readonly column: number;
  readonly header: string;
  /** What is said if a row has no value; '' for nothing. */
  readonly fallback: string;
  /** How a value is spoken; null means as written. */
  readonly spoken: SpokenForm | null;
};

/** The parts use the names in `variables`, each of which is unique. */
export type BoundText = { readonly parts: readonly TextPart[]; readonly variables: readonly BoundVariable[] };

export type VariableFault =
  | { readonly code: 'variable_not_found'; readonly variable: string; readonly headings: readonly string[] }
  | { readonly code: 'variable_ambiguous'; readonly variable: string; readonly columns: readonly NamedColumn[] }
  | { readonly code: 'too_many_variables'; readonly count: number; readonly limit: number };

/** A variable's column as a user names it: a heading in any case, or a position from 1. */
export type VariableChoices = Readonly<Record<string, string | number>>;

/** What a person chose about the variables of a text. */
export interface TextChoices {
  readonly variables?: VariableChoices;
  readonly fallbacks?: Readonly<Record<string, string>>;
  readonly spoken?: Readonly<Record<string, SpokenAs>>;
}

type Found = { readonly name: string; readonly column: number };

/**
 * Finds the column of every variable: the chosen one, or the one with that heading. Other letter case means the same
 * variable, unless a column has exactly that heading. If several columns fit equally, none is used, because people
 * would hear the value of whichever comes first.
 */
export function bindText(
  text: string,
  headings: readonly string[],
  asked: TextChoices = {},
): Result<BoundText, VariableFault> {
  const choices = asked.variables ?? {};
  const found: Found[] = [];
  const parts: TextPart[] = [];
  for (const part of splitText(text, [...Object.keys(choices), ...headings])) {
    if (part.kind === 'text') {
      parts.push(part);
      continue;
    }
    const columns = columnsOf(named(choices, part.name) ?? part.name, headings);
    const [column] = columns;
    if (column === undefined) return err({ code: 'variable_not_found', variable: part.name, headings });
    if (columns.length > 1) {
      return err({ code: 'variable_ambiguous', variable: part.name, columns: namedColumns(columns, headings) });
    }
    const name = found.find((one) => one.column === column && foldName(one.name) === foldName(part.name))?.name;
    if (name === undefined) found.push({ name: part.name, column });
    parts.push({ kind: 'variable', name: name ?? part.name });
  }
  if (found.length > MAX_VARIABLES) {
    return err({ code: 'too_many_variables', count: found.length, limit: MAX_VARIABLES });
  }
  const language = languageOf(text);
  const headers = listHeaders(found.map(({ name }) => name));
  const variables = found.map(({ name, column }, at) => {
    const form = named(asked.spoken ?? {}, name);
    return {
      name,
      column,
      header: headers[at] ?? '',
      fallback: spokenValue(named(asked.fallbacks ?? {}, name)),
      spoken: form === undefined ? null : { as: form, in: language },
    };
  });
  return ok({ parts, variables });
}

/** The value for a name: by exact spelling, otherwise in other letter case if only one fits. */
function named<Value>(all: Readonly<Record<string, Value>>, name: string): Value | undefined {
  if (Object.hasOwn(all, name)) return all[name];
  const like = Object.entries(all).filter(([other]) => foldName(other) === foldName(name));
  return like.length === 1 ? like[0]?.[1] : undefined;
}

/** What is said of a variable for one row; '' for nothing. */
export function valueOf({ fallback, spoken }: BoundVariable, cell: string | undefined): string {
  const value = spokenValue(cell);
  if (value === '') return fallback;
  return spoken === null ? value : spokenForm(value, spoken);
}

function columnsOf(choice: string | number, headings: readonly string[]): number[] {
  if (typeof choice === 'number') return headings[choice - 1] === undefined ? [] : [choice - 1];
  const exact = placesOf(headings, (heading) => heading === choice);
  return exact.length > 0 ? exact : placesOf(headings, (heading) => foldName(heading) === foldName(choice));
}

/** The text for Exotel, to go with a list whose columns are named as bound. */
export function exotelText({ parts, variables }: BoundText): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text : `${MARK}${boundTo(part.name, variables)?.header ?? part.name}`))
    .join('');
}

function boundTo(name: string, variables: readonly BoundVariable[]): BoundVariable | undefined {
  return variables.find((variable) => variable.name === name);
}

/** What one contact hears or reads, piece by piece; if the row has no value, the chosen fallback or ''. */
export type SpokenPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly value: string };

export function fillText({ parts, variables }: BoundText, cells: readonly string[]): SpokenPart[] {
  return parts.map((part) => {
    if (part.kind === 'text') return part;
    const variable = boundTo(part.name, variables);
    return { ...part, value: variable === undefined ? '' : valueOf(variable, cells[variable.column]) };
  });
}

/** The variables for which a row has no value, whatever is said instead. */
export function missingVariables({ variables }: BoundText, cells: readonly string[]): string[] {
  return variables.flatMap(({ name, column }) => (spokenValue(cells[column]) === '' ? [name] : []));
}

/** The variables whose value is too long, so that only its beginning is said. */
export function shortenedVariables({ variables }: BoundText, cells: readonly string[]): string[] {
  return variables.flatMap(({ name, column }) => (isShortened(cells[column] ?? '') ? [name] : []));
}
