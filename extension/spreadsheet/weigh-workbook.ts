import { MAX_NUMBERS_PARTS_BYTES } from '../../shared/workbook-limits.ts';
import { blindLinks } from './markup-tags.ts';
import type { SpreadsheetFault } from './spreadsheet-fault.ts';
import { weighBinary } from './weigh-binary.ts';
import { newWorkbookBudget, weighMarkup } from './weigh-markup.ts';
import { readZipDirectory } from './zip-directory.ts';

/**
 * How large the parts of a ZIP made by `repackZip` become when they are built, whatever their names; null if they fit.
 * Links are made ineffective, in place.
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
    // The library judges by the name too.
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
