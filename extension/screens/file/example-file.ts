import type { Template } from '../../../shared/template/template-schema.ts';
import { templateText } from '../../../shared/template/template-schema.ts';
import { variableNames } from '../../../shared/template/split-text.ts';

interface Person {
  readonly name: string;
  readonly mobile: string;
  readonly city: string;
}

/** People in no phone book: their numbers are in a range reserved for fiction. */
const PEOPLE: readonly Person[] = [
  { name: 'Asha Rao', mobile: '98450 00001', city: 'Bengaluru' },
  { name: 'Vikram Singh', mobile: '+91 98110 00002', city: 'Delhi' },
  { name: 'Iyer, Meera', mobile: '09840000003', city: 'Chennai' },
];
const ENDING = '\r\n';

/** An example file for a template: one number per row, a column for each variable, and others. */
export function exampleFile(template: Template): string {
  const variables = variableNames(templateText(template) ?? '');
  const others = variables.length === 0 ? ['Name', 'City'] : variables;
  const rows = PEOPLE.map((person, index) =>
    [person.mobile].concat(others.map((heading) => valueFor(heading, person, index))),
  );
  return `\uFEFF${[['Mobile', ...others], ...rows].map((cells) => cells.map(quoted).join(',')).join(ENDING)}${ENDING}`;
}

function valueFor(heading: string, person: Person, index: number): string {
  if (/name/i.test(heading)) return person.name;
  if (/city|town|place/i.test(heading)) return person.city;
  if (/date|due|day/i.test(heading)) return `${24 + index} November`;
  if (/amount|price|sum|total|fee|emi/i.test(heading)) return `${(index + 1) * 1_250}`;
  return `${heading} ${index + 1}`;
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell}"` : cell;
}
