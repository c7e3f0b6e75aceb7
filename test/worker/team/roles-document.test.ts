import { describe, expect, it } from 'vitest';
import { isIn, ROLES } from '../../../shared/team/roles.ts';
import { CALLS } from '../../../worker/routes/calls.ts';
import { WHO_MAY } from '../../../worker/openapi/who-may.ts';

const HEAD = `# Who may make which call

Made by a test from the one table that the Worker judges by (\`worker/openapi/who-may.ts\`); \`npx vitest run --project=worker test/worker/team/roles-document.test.ts -u\` writes it anew.

A preparer sees only their own imports and changes only their own templates; what belongs to others answers \`404\`. A token for one template works with the imports of that template, reads the account and its settings, and can stop everything. It does nothing else, whatever its role allows. A viewer sees only the last three digits of a phone number. "anyone" means that no token is needed, because the address is public or signed.
`;

function row({ method, path, open }: (typeof CALLS)[number]): string {
  const call = `${method.toUpperCase()} ${path}`;
  const rule = open === true ? 'anyone' : WHO_MAY[call];
  if (rule === undefined) return `| \`${call}\` | NOBODY | | | |`;
  const cells = ROLES.map((role) => {
    if (rule === 'anyone') return 'anyone';
    if (typeof rule === 'string') return isIn(role, rule) ? 'yes' : '';
    const [name, value, who] = rule.unless;
    if (!isIn(role, rule.who)) return '';
    return isIn(role, who) ? 'yes' : `not with \`${name}=${value}\``;
  });
  return `| \`${call}\` | ${cells.join(' | ')} |`;
}

describe('docs/roles.md', () => {
  it('is the matrix of every call and role', async () => {
    const rows = CALLS.map(row);
    expect(rows.filter((each) => each.includes('NOBODY'))).toEqual([]);
    const table = [`| call | ${ROLES.join(' | ')} |`, `| --- |${' --- |'.repeat(ROLES.length)}`, ...rows];
    await expect(`${HEAD}\n${table.join('\n')}\n`).toMatchFileSnapshot('../../../docs/roles.md');
  });
});
