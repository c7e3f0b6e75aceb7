import { attributesOf, markupTokens } from './markup/markup-tokens.ts';

/** Rows and columns that a sheet does not show, from 0. */
export interface HiddenPlaces {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

const HIDDEN = /visibility\s*=\s*["'](?:collapse|filter)/u;
/** The empty rows below a sheet may be declared as a million repetitions. */
const MOST_REPEATED = 20_000;

/**
 * What each sheet of an OpenDocument hides, by a filter or by hand, because the library does not tell. Empty if nothing
 * is hidden.
 */
export function hiddenInOds(content: string): HiddenPlaces[] {
  const sheets: { rows: Set<number>; columns: Set<number> }[] = [];
  if (!HIDDEN.test(content)) return sheets;
  let [row, column] = [0, 0];
  for (const token of markupTokens(content)) {
    if (token.is !== 'open') continue;
    if (token.name === 'table') {
      sheets.push({ rows: new Set(), columns: new Set() });
      [row, column] = [0, 0];
      continue;
    }
    if (token.name !== 'table-row' && token.name !== 'table-column') continue;
    const attributes = attributesOf(token.attributes);
    const isRow = token.name === 'table-row';
    const repeated = Number(attributes.get(isRow ? 'number-rows-repeated' : 'number-columns-repeated') ?? '1');
    const [from, places] = isRow ? [row, sheets.at(-1)?.rows] : [column, sheets.at(-1)?.columns];
    if (['collapse', 'filter'].includes(attributes.get('visibility') ?? '')) {
      for (let each = 0; each < Math.min(repeated, MOST_REPEATED); each++) places?.add(from + each);
    }
    if (isRow) row += repeated;
    else column += repeated;
  }
  return sheets;
}
