import { describe, expect, it } from 'vitest';
import { binaryKind, textKind } from '../../../shared/csv/file-kind.ts';

function bytes(hex: string, text = ''): Uint8Array {
  return new Uint8Array(Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(text)]));
}

describe('binaryKind', () => {
  it.each([
    ['xlsx', bytes('504b0304', '....[Content_Types].xml....xl/workbook.xml')],
    ['docx', bytes('504b0304', '....[Content_Types].xml....word/document.xml')],
    ['ods', bytes('504b0304', '....mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['numbers', bytes('504b0304', '....Index/Document.iwa')],
    ['zip', bytes('504b0304', '....leads.csv')],
    ['xls', bytes('d0cf11e0a1b11ae1')],
    ['pdf', bytes('', '%PDF-1.7')],
    ['image', bytes('89504e470d0a1a0a')],
    ['image', bytes('ffd8ffe0')],
    ['image', bytes('', 'GIF89a')],
    ['image', bytes('', 'RIFF....WEBPVP8 ')],
    ['gzip', bytes('1f8b0800')],
    ['archive', bytes('377abcaf271c0004')],
    ['archive', bytes('526172211a0701')],
    [undefined, bytes('', 'Name,Mobile')],
    [undefined, bytes('', 'PK,Mobile')],
    [undefined, bytes('')],
  ])('tells %s', (kind, head) => {
    expect(binaryKind(head)).toBe(kind);
  });
});

describe('textKind', () => {
  it.each([
    ['html', '<!DOCTYPE html><html>'],
    ['html', '\r\n<table border=1><tr><td>Name'],
    ['xml', '<?xml version="1.0"?><Workbook>'],
    ['json', '{"contacts": []}'],
    ['json', '[\n  {"name": "Asha"}]'],
    ['vcard', 'BEGIN:VCARD\nVERSION:3.0'],
    ['calendar', 'BEGIN:VCALENDAR\r\nVERSION:2.0'],
    ['rtf', '{\\rtf1\\ansi\\deff0 {\\fonttbl} Asha 9876543210\\par }'],
    ['sylk', 'ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"Mobile"\r\nC;Y2;K9876543210\r\nE\r\n'],
    ['sylk', 'ID;PSheetJS\nC;X1;Y1;K"Mobile"\nE\n'],
    ['dif', 'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,2\r\n""\r\nTUPLES\r\n0,1\r\n""\r\nDATA\r\n0,0\r\n'],
    ['sql', '-- MySQL dump 10.13\n--\n/*!40101 SET NAMES utf8 */;\n\nDROP TABLE IF EXISTS `leads`;\n'],
    ['sql', "INSERT INTO leads VALUES ('Asha','9876543210');"],
    [undefined, 'ID;Phone;Name\r\n1;9876543210;Asha\r\n'],
    [undefined, 'ID;Phone;Class\r\n1;9876543210;C;X1\r\n'],
    [undefined, 'Table,Mobile\n1,9876543210\n'],
    [undefined, 'TABLE\n0,1\n"x"\n'],
    [undefined, 'Insert into CRM,Mobile\nyes,9876543210\n'],
    ['unknown', '\u0001\u0002\u0003\u0004abc\u0005\u0006'],
    [undefined, 'Name,Mobile\nAsha,9876543210\n'],
    [undefined, '{name},[1],<b>'],
    [undefined, `${'9876543210,Asha\n'.repeat(9)}\u0000\u0000`],
    [undefined, 'नाम,मोबाइल\n'],
  ])('tells %s', (kind, text) => {
    expect(textKind(new TextEncoder().encode(text))).toBe(kind);
  });

  it.each([
    ['packed bytes', Uint8Array.from({ length: 9_000 }, (_, at) => (at * 7919) % 256), 'unknown'],
    [
      'them behind a word',
      Uint8Array.from({ length: 9_000 }, (_, at) => (at < 7 ? 0x41 : (at * 131) % 256)),
      'unknown',
    ],
    [
      'names in Windows-1252',
      Uint8Array.from(Buffer.from(`Name,Mobile\n${'José,9876543210\n'.repeat(99)}`, 'latin1')),
      undefined,
    ],
    ['cells that end with a zero', bytes('', 'नाम\0,9876543210\0\n'.repeat(99)), undefined],
  ])('tells %s', (_, head, kind) => {
    expect(textKind(head)).toBe(kind);
  });
});
