import { CFB, utils, write } from '@e965/xlsx';
import type { BookType, WorkBook, WorkSheet } from '@e965/xlsx';

/** A workbook as a spreadsheet program saves it. */
export function makeWorkbook(sheets: Readonly<Record<string, WorkSheet>>, change: (book: WorkBook) => void = () => {}) {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  change(book);
  return book;
}

export function bytesOf(book: WorkBook, bookType: BookType = 'xlsx', numbers?: string): Uint8Array<ArrayBuffer> {
  const options = {
    type: 'array',
    bookType,
    compression: true,
    ...(numbers === undefined ? {} : { numbers }),
  } as const;
  const written: unknown = write(book, options);
  if (!(written instanceof ArrayBuffer)) throw new Error('The workbook was not written.');
  return new Uint8Array(written);
}

/** A workbook saved with a password, seen without it: its parts are encrypted in a compound file. */
export function protectedWorkbook(): Uint8Array<ArrayBuffer> {
  // Version 4.4 is the agile encryption of Excel since 2010. Everything after it can be read only with the password.
  const info = Uint8Array.from(Buffer.from('\u0004\0\u0004\0@\0\0\0<encryption/>', 'latin1'));
  return compoundFile({ EncryptionInfo: info, EncryptedPackage: new Uint8Array(4_096).fill(0x5a) });
}

/** The same in the format before 2007: the beginning of a workbook, and the record that says it is encrypted. */
export function protectedOldWorkbook(): Uint8Array<ArrayBuffer> {
  const begin = [0x09, 0x08, 16, 0, 0, 6, 5, 0, 0, 0, 0xcc, 7, 0, 0, 0, 0, 0, 0, 6, 0];
  const filePass = [0x2f, 0, 6, 0, 0, 0, 0x34, 0x12, 0x78, 0x56];
  return compoundFile({ Workbook: Uint8Array.from([...begin, ...filePass, 0x0a, 0, 0, 0]) });
}

function compoundFile(streams: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const container: unknown = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, content);
  const written: unknown = CFB.write(container, { type: 'array' });
  if (!Array.isArray(written) && !(written instanceof Uint8Array)) throw new Error('The container was not written.');
  return Uint8Array.from(written);
}

/** A ZIP of one deflated file whose directory claims other sizes than it has. */
export async function makeZip(
  name: string,
  content: Uint8Array<ArrayBuffer>,
  claimedBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const deflated = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packed = new Uint8Array(await new Response(deflated).arrayBuffer());
  const nameBytes = new TextEncoder().encode(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(claimedBytes, 22);
  local.writeUInt16LE(nameBytes.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(claimedBytes, 24);
  entry.writeUInt16LE(nameBytes.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + nameBytes.length + packed.length, 16);
  return Uint8Array.from(Buffer.concat([local, nameBytes, packed, entry, nameBytes, end]));
}
