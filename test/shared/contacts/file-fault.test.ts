import { describe, expect, it } from 'vitest';
import { fileFaultSentence } from '../../../shared/contacts/file-fault.ts';
import { checkFile } from './check-file.ts';

function saidOf(content: string | Uint8Array): string {
  const { result } = checkFile(content);
  return result.ok ? 'read' : fileFaultSentence(result.error);
}

describe('a file of another kind', () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ['a contact card', '\ufeffBEGIN:VCARD\r\nVERSION:3.0\r\nTEL:+919876543210\r\nEND:VCARD', /contacts\.google\.com/u],
    ['JSON', '[{"name":"Asha","mobile":"9876543210"}]', /From JSON/u],
    ['JSON by the line', '{"mobile":"9876543210"}\n{"mobile":"9123456789"}', /From JSON/u],
    ['a PDF', '%PDF-1.7', /From PDF/u],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), /ask its sender/u],
    ['an archive', Uint8Array.of(0x1f, 0x8b, 8, 0), /Unpack it/u],
    ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), /"Save as"/u],
  ])('is refused with what can be done about it: %s', (_, content, advice) => {
    expect(saidOf(content)).toMatch(advice);
  });
});
