import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { decodeMarkup } from '../markup/decode-markup.ts';
import { attributesOf, escapeMarkup, markupTokens } from '../markup/markup-tokens.ts';
import type { SpreadsheetFault } from '../spreadsheet-fault.ts';
import { storeZip } from '../store-zip.ts';
import type { StoredPart } from '../store-zip.ts';
import { isPlainSheet } from './is-plain-sheet.ts';
import { plainSheetXml } from './plain-sheet-xml.ts';
import { plainStringsXml } from './plain-strings-xml.ts';
import { relationsOf, targetOf } from './relations.ts';
import type { Relation } from './relations.ts';

const CORRUPT: SpreadsheetFault = { code: 'corrupt' };
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

const FILLS = '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>';

/** The parts of a ZIP by their names in small letters. */
export type OfficeParts = ReadonlyMap<string, Uint8Array>;

/**
 * A workbook of Office Open XML in the parts, names and spelling that Excel itself writes, whatever program wrote it: the
 * library looks for these alone, and what it does not find is missing without a word. Null for any other ZIP.
 */
export function plainOffice(parts: OfficeParts): Result<Uint8Array<ArrayBuffer>, SpreadsheetFault> | null {
  const bookName = bookOf(parts);
  const book = bookName === null ? undefined : parts.get(bookName);
  if (bookName === null || book === undefined) return null;
  const relations = relationsOf(parts, bookName);
  const partOf = (what: string, usual: string): string | null => {
    const found = relations.find(({ type }) => type === what);
    const part = parts.get(found === undefined ? targetOf(bookName, usual) : found.part);
    return part === undefined ? null : decodeMarkup(part);
  };
  const shared = partOf('sharedstrings', 'sharedstrings.xml');
  const strings = shared === null ? { xml: '<sst></sst>', count: 0 } : plainStringsXml(shared);
  const { sheets, pages } = readBook(decodeMarkup(book));
  if (strings === null || sheets.length === 0) return err(CORRUPT);

  const out: (readonly [name: string, content: string])[] = [];
  const taken = new Set<string>();
  for (const [at, { id, name }] of sheets.entries()) {
    const partName = sheetPart(relations, bookName, id, at);
    const part = parts.get(partName);
    // A part that thousands of sheets share is written out for each of them.
    if (part === undefined || taken.has(partName)) return err(CORRUPT);
    taken.add(partName);
    const xml = decodeMarkup(part);
    const sheet = isPlainSheet(xml, strings.count) ? ok(xml) : plainSheetXml(xml, strings.count);
    if (!sheet.ok) return err(sheet.error.code === 'corrupt' ? CORRUPT : { ...sheet.error, sheet: name });
    out.push([`xl/worksheets/sheet${at + 1}.xml`, sheet.value]);
  }
  out.push(['xl/sharedStrings.xml', strings.xml]);
  out.push(['xl/styles.xml', withFill(partOf('styles', 'styles.xml'))]);
  const theme = partOf('theme', 'theme/theme1.xml');
  if (theme !== null) out.push(['xl/theme/theme1.xml', theme]);
  const encoder = new TextEncoder();
  const written = [...frame(sheets, pages, theme !== null), ...out].map(([name, content]): StoredPart => ({
    name: encoder.encode(name),
    content: encoder.encode(content),
  }));
  return ok(storeZip(written));
}

/**
 * Without any fill the library throws and catches an error for each cell, and a long list takes minutes instead of seconds.
 */
function withFill(styles: string | null): string {
  if (styles === null) return `<styleSheet xmlns="${MAIN}">${FILLS}</styleSheet>`;
  if (/<(?:\w+:)?fill[\s>]/u.test(styles)) return styles;
  const end = /<\/(?:\w+:)?styleSheet>/u.exec(styles)?.index ?? styles.length;
  return styles.slice(0, end) + FILLS + styles.slice(end);
}

interface NamedSheet {
  readonly name: string;
  readonly state: string;
  readonly id: string;
}

/** The part that the ZIP itself names as its workbook, if that is one of XML. */
function bookOf(parts: OfficeParts): string | null {
  const named = relationsOf(parts, '').find(({ type }) => type === 'officedocument')?.part;
  const name = named !== undefined && parts.has(named) ? named : 'xl/workbook.xml';
  const part = parts.get(name);
  if (part === undefined || name.endsWith('.bin')) return null;
  for (const token of markupTokens(decodeMarkup(part))) {
    if (token.is === 'open') return token.name === 'workbook' ? name : null;
  }
  return null;
}

function readBook(xml: string): { sheets: NamedSheet[]; pages: string } {
  const sheets: NamedSheet[] = [];
  const names = new Set<string>();
  let from1904 = '';
  let toCompute = '';
  for (const token of markupTokens(xml)) {
    if (token.is !== 'open') continue;
    const attributes = attributesOf(token.attributes);
    const isTrue = (name: string): boolean => /^(?:1|true|on)$/u.test(attributes.get(name) ?? '');
    if (token.name === 'workbookpr' && isTrue('date1904')) from1904 = '<workbookPr date1904="1"/>';
    if (token.name === 'calcpr' && isTrue('fullcalconload')) toCompute = '<calcPr fullCalcOnLoad="1"/>';
    if (token.name !== 'sheet') continue;
    const told = attributes.get('name') ?? '';
    // Of two sheets under one name the library keeps one.
    let name = told;
    for (let again = 2; name === '' || names.has(name.toLowerCase()); again++) name = `${told} (${again})`.trim();
    names.add(name.toLowerCase());
    sheets.push({ name, state: attributes.get('state') ?? '', id: attributes.get('id') ?? '' });
  }
  return { sheets, pages: `${from1904}SHEETS${toCompute}` };
}

function sheetPart(relations: readonly Relation[], bookName: string, id: string, at: number): string {
  const found = relations.find((each) => each.id === id);
  return found?.part ?? (relations.length === 0 ? targetOf(bookName, `worksheets/sheet${at + 1}.xml`) : '');
}

/** What leads the library to the other parts. */
function frame(
  sheets: readonly NamedSheet[],
  pages: string,
  hasTheme: boolean,
): (readonly [name: string, content: string])[] {
  const override = (part: string, type: string): string => `<Override PartName="/xl/${part}" ContentType="${type}"/>`;
  const types = [
    override('workbook.xml', `${CONTENT}sheet.main+xml`),
    override('sharedStrings.xml', `${CONTENT}sharedStrings+xml`),
    override('styles.xml', `${CONTENT}styles+xml`),
    ...(hasTheme ? [override('theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml')] : []),
    ...sheets.map((_, at) => override(`worksheets/sheet${at + 1}.xml`, `${CONTENT}worksheet+xml`)),
  ];
  const named = sheets.map(({ name, state }, at) => {
    const hidden = /^(?:hidden|veryHidden)$/iu.test(state) ? ' state="hidden"' : '';
    return `<sheet name="${escapeMarkup(name)}" sheetId="${at + 1}"${hidden} r:id="rId${at + 1}"/>`;
  });
  const relations = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const body = pages.replace('SHEETS', () => `<sheets>${named.join('')}</sheets>`);
  return [
    ['[Content_Types].xml', `<Types xmlns="${TYPES}">${types.join('')}</Types>`],
    ['xl/workbook.xml', `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${body}</workbook>`],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${relations.join('')}</Relationships>`],
  ];
}
