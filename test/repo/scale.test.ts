import { describe, expect, it } from 'vitest';
import { scaleFacts } from '../bench/scale-facts.ts';
import { scaleRow } from '../bench/scale.ts';
import { scaleTable } from '../bench/scale-table.ts';
import { readProjectFile } from './source-files.ts';

const facts = scaleFacts(readProjectFile('wrangler.toml'));

describe('docs/scale.md', () => {
  it('counts the classes and hours of wrangler.toml', () => {
    expect(facts).toEqual({ classes: 8, hours: 12 });
  });

  it('says what npm run bench -- scale prints, table by table and in its order', () => {
    const document = readProjectFile('docs/scale.md');
    for (const lines of Object.values(scaleTable(facts))) expect(document).toContain(lines.map(scaleRow).join('\n'));
  });
});
