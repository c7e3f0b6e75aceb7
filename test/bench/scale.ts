import { readFile } from 'node:fs/promises';
import { projectPath } from '../local/project-root.ts';
import { scaleTable, type ScaleLine } from './scale-table.ts';
import { scaleFacts } from './scale-facts.ts';

/** The arithmetic of docs/scale.md, line by line as it stands there. */
export async function run(): Promise<void> {
  const { team, free, teams } = scaleTable(scaleFacts(await readFile(projectPath('wrangler.toml'), 'utf8')));
  for (const lines of [team, free, teams]) console.log(['', ...lines.map(scaleRow)].join('\n'));
}

export function scaleRow([what, ...figures]: ScaleLine): string {
  return `| ${[what, ...figures].join(' | ')} |`;
}
