import { MAX_NUMBERS_PARTS_BYTES } from '../../shared/workbook-limits.ts';
import { blindLinks } from './markup-tags.ts';
import type { SpreadsheetFault } from './spreadsheet-fault.ts';
import { weighBinary } from './weigh-binary.ts';
import { newWorkbookBudget, weighMarkup } from './weigh-markup.ts';
import { readZipDirectory } from './zip-directory.ts';

/**
 * What a ZIP that `repackZip` left becomes once it is built, part by part and whatever each is called; null where it fits.
 * Its links are blinded in place.
 */
export function weighParts(zip: Uint8Array): SpreadsheetFault | null {
  const budget = newWorkbookBudget();
  let packedAgain = 0;
  for (const { name, offset, packedBytes } of readZipDirectory(zip) ?? []) {
    const part = zip.subarray(offset, offset + packedBytes);
    if (/\.iwa$/iu.test(name)) {
      packedAgain += part.length;
      if (packedAgain > MAX_NUMBERS_PARTS_BYTES) return { code: 'too_large', limitBytes: MAX_NUMBERS_PARTS_BYTES };
      continue;
    }
    // The library goes by the name as well.
    const isBinary = /\.bin$/iu.test(name);
    const fault = isBinary ? weighBinary(part, budget) : weighMarkup(part, budget);
    if (fault !== null) return fault;
    if (!isBinary) blindLinks(part);
  }
  return null;
}

export function weighText(text: string): SpreadsheetFault | null {
  return weighMarkup(new TextEncoder().encode(text), newWorkbookBudget());
}
