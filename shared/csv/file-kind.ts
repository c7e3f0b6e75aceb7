import { isUtf8 } from './is-utf8.ts';

/** What a file that is not a delimited text turned out to be. */
export type FileKind =
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'numbers'
  | 'docx'
  | 'pdf'
  | 'image'
  | 'zip'
  | 'gzip'
  | 'html'
  | 'json'
  | 'xml'
  | 'vcard'
  | 'rtf'
  | 'sylk'
  | 'dif'
  | 'calendar'
  | 'sql'
  | 'archive';

/** The first bytes, in hexadecimal, of files that people often drop instead of a CSV. */
const SIGNATURES: readonly (readonly [RegExp, FileKind])[] = [
  [/^d0cf11e0a1b11ae1/u, 'xls'],
  [/^25504446/u, 'pdf'],
  [/^(?:89504e470d0a1a0a|ffd8ff|474946383|49492a00|4d4d002a|52494646.{8}57454250)/u, 'image'],
  [/^1f8b08/u, 'gzip'],
  // 7-Zip, RAR, xz and bzip2.
  [/^(?:377abcaf271c|526172211a07|fd377a585a00|425a6831415926)/u, 'archive'],
];
const ZIP = /^504b(?:0304|0506)/u;
/** Names near the beginning of a ZIP that show its kind; all Office files have the last one. */
const ZIP_MARKS: readonly (readonly [string, FileKind])[] = [
  ['opendocument.spreadsheet', 'ods'],
  ['Index/Document.iwa', 'numbers'],
  ['word/', 'docx'],
  ['ppt/', 'zip'],
  ['[Content_Types].xml', 'xlsx'],
];
const TEXT_MARKS: readonly (readonly [RegExp, FileKind])[] = [
  [/^(?:\{\s*"|\[\s*[{[])/u, 'json'],
  [/^BEGIN:VCARD/iu, 'vcard'],
  [/^BEGIN:VCALENDAR/iu, 'calendar'],
  [/^\{\\rtf\d/u, 'rtf'],
  // A CSV may also begin with "ID;Phone", so cells with a position are required.
  [/^ID;P[\s\S]*?^(?:C|F);(?:[^\r\n]*;)?[XY]\d/mu, 'sylk'],
  [/^TABLE\r?\n0,\d+\r?\n"[\s\S]*?^(?:VECTORS|TUPLES|DATA)\r?$/mu, 'dif'],
  [
    /^(?:(?:--|#)[^\n]*\n|\/\*[\s\S]*?\*\/;?|\s)*(?:CREATE\s+(?:TABLE|DATABASE)\s[^\n(;]*[(;]|INSERT\s+INTO\s+\S+\s*(?:\(|VALUES\b|SELECT\b)|DROP\s+TABLE\s+IF\s)/iu,
    'sql',
  ],
];
/** What may come before the first element of markup: a declaration, comments, a document type. */
const BEFORE_ROOT = /^(?:<\?[^>]*>|<!--[\s\S]*?-->|<!\w[^>[]*(?:\[[^\]]*\]\s*)?>|\s+)+/u;
const HTML_ROOT = /^<(?:html|head|body|meta|table|style|script)\b/iu;
/** Reports may begin with any of these, but so may a list's heading; only a table decides. */
const HTML_PIECE =
  /^<(?:title|link|base|div|span|center|font|form|p|br|hr|b|h[1-6]|t[rdh]|thead|tbody|caption|img|a)\b/iu;
const TABLE = /<(?:\w+:)?table\b/iu;
const XML_OF_SHEETS = /urn:schemas-microsoft-com:office:spreadsheet|urn:oasis:names:tc:opendocument/u;
/** Mail headers: browsers and Excel save a web page in one file as a mail. */
const MAIL_HEADERS = /^(?:[A-Za-z][\w-]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+/u;
const MAIL_MARKS = [/^mime-version:/imu, /^content-(?:type|transfer-encoding):/imu];
const FIRST_BYTES = 4_096;
/** How far to look, because comments and styles may fill the beginning of a page. */
const MARKUP_BYTES = 64 * 1024;
/** More control characters than this are no text; of bytes that are no UTF-8, fewer: packed ones hold one in eleven. */
const MAX_CONTROL_SHARE = 0.1;
const MAX_CONTROL_SHARE_UNLESS_UTF8 = 0.02;

/** The kind of binary file that the first bytes show, if any. */
export function binaryKind(head: Uint8Array): FileKind | undefined {
  const start = Array.from(head.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (ZIP.test(start)) {
    const names = latin1(head);
    return ZIP_MARKS.find(([mark]) => names.includes(mark))?.[1] ?? 'zip';
  }
  return SIGNATURES.find(([signature]) => signature.test(start))?.[1];
}

/** The kind that a text's beginning (UTF-8) shows instead of a delimited text; `unknown` is not text at all. */
export function textKind(head: Uint8Array): FileKind | 'unknown' | undefined {
  const start = latin1(head.subarray(0, FIRST_BYTES)).trimStart();
  const marked =
    TEXT_MARKS.find(([mark]) => mark.test(start))?.[1] ??
    (start.startsWith('<') ? markupKind(latin1(head.subarray(0, MARKUP_BYTES)).trimStart()) : mailKind(start));
  if (marked !== undefined) return marked;
  let controls = 0;
  for (const byte of head) if (byte < 0x09 || (byte > 0x0d && byte < 0x1b) || byte === 0x7f) controls++;
  if (controls > head.length * MAX_CONTROL_SHARE) return 'unknown';
  const isFew = controls <= head.length * MAX_CONTROL_SHARE_UNLESS_UTF8;
  return isFew || isUtf8(head, 0, head.length, true) ? undefined : 'unknown';
}

function markupKind(start: string): FileKind | undefined {
  const root = start.replace(BEFORE_ROOT, '');
  const before = start.slice(0, start.length - root.length);
  if (HTML_ROOT.test(root) || /<!doctype\s+html/iu.test(before)) return 'html';
  if (HTML_PIECE.test(root) && TABLE.test(root)) return 'html';
  return /^<\?xml\b/iu.test(before) || XML_OF_SHEETS.test(root) ? 'xml' : undefined;
}

function mailKind(start: string): FileKind | undefined {
  const headers = MAIL_HEADERS.exec(start)?.[0] ?? '';
  return MAIL_MARKS.every((mark) => mark.test(headers)) ? 'html' : undefined;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
