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
    ['unknown', '\u0001\u0002\u0003\u0004abc\u0005\u0006'],
    [undefined, 'Name,Mobile\nAsha,9876543210\n'],
    [undefined, '{name},[1],<b>'],
    [undefined, `${'9876543210,Asha\n'.repeat(9)}\u0000\u0000`],
    [undefined, 'नाम,मोबाइल\n'],
  ])('tells %s', (kind, text) => {
    expect(textKind(new TextEncoder().encode(text))).toBe(kind);
  });
});
