import { readProjectFile } from '../repo/source-files.ts';

/** The code that sends or reads a name, as a place in a file. */
type Place = { readonly file: string; readonly thing: string };

export type Row = {
  readonly heading: string;
  readonly name: string;
  /** Empty if the name is deliberately not used. */
  readonly places: readonly Place[];
  /** Why it is not used, or ''. */
  readonly reason: string;
  readonly tests: readonly string[];
};

const CELL = /^\| `(.+?)` \| (.+) \| (.+) \|$/;
const PLACE = /`([^`]+)` `([^`]+)`/g;
const LEFT_ALONE = /^not (?:read|sent): (.+)$/;

/** The tables of docs/exotel-coverage.md, row by row. */
export function coverageRows(): Row[] {
  let heading = '';
  const rows: Row[] = [];
  for (const line of readProjectFile('docs', 'exotel-coverage.md').split('\n')) {
    if (line.startsWith('## ')) heading = line.slice(3);
    const [, name, where = '', tests = ''] = CELL.exec(line) ?? [];
    if (name === undefined) continue;
    rows.push({
      heading,
      name,
      places: [...where.matchAll(PLACE)].map(([, file = '', thing = '']) => ({ file, thing })),
      reason: LEFT_ALONE.exec(where)?.[1] ?? '',
      tests: [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
    });
  }
  return rows;
}
