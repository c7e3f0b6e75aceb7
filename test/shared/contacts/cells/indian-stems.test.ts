import { describe, expect, it } from 'vitest';
import { IndianStems } from '../../../../shared/contacts/cells/indian-stems.ts';
import { INDIAN_STEMS } from '../../../../shared/contacts/cells/note-words.ts';
import { TOTAL_STEMS } from '../../../../shared/contacts/cells/total-row.ts';

const ALL = [TOTAL_STEMS, INDIAN_STEMS.source].flatMap((stems) => stems.split('|'));
const stems = new IndianStems(ALL);

function mayBeIn(cell: string): boolean {
  const bytes = new TextEncoder().encode(cell);
  return stems.mayBeIn(bytes, 0, bytes.length);
}

describe('stems in Indian letters', () => {
  const BESIDE = [
    (stem: string) => stem,
    (stem: string) => `आशा ${stem}`,
    (stem: string) => `${stem} शर्मा`,
    (stem: string) => `मी${stem}ना`,
    (stem: string) => `${stem}: 2`,
  ];

  it('are found wherever they stand in a cell', () => {
    const cells = ALL.flatMap((stem) => BESIDE.map((beside) => beside(stem)));
    expect(cells.filter((cell) => !mayBeIn(cell))).toEqual([]);
  });

  it('are in nearly no name, so that hardly a name is decoded', () => {
    const names = 'सुनील वर्मा,मीनா குமார்,आशा शर्मा,राहुल गुप्ता,অমিত রায়,రాజు,ಗಣೇಶ್,ਹਰਪ੍ਰੀਤ ਸਿੰਘ,સુરેશ પટેલ,മോഹൻ,अनिता देशमुख,विजय कुमार';
    expect(names.split(',').filter(mayBeIn)).toEqual([]);
  });

  it('are looked for by decoding where other letters stand beside', () => {
    expect(['सुनील Total', 'सुनील ہیلپ', 'सुनील é'].map(mayBeIn)).toEqual([true, true, true]);
  });
});
