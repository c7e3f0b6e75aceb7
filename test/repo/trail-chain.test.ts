import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { array, assert, constantFrom, nat, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLine, NO_TRAIL } from '../local/parts/trail-chain.ts';
import { projectPath } from '../local/project-root.ts';

function trailOf(acts: readonly string[], from = 1): string[] {
  const lines: string[] = [];
  let prev = from === 1 ? '' : 'f'.repeat(64);
  for (const [at, what] of acts.entries()) {
    const line = JSON.stringify({ seq: from + at, what, prev });
    lines.push(line);
    prev = createHash('sha256').update(line).digest('hex');
  }
  return lines;
}

const verify = (lines: readonly string[]) => lines.reduce(addLine, NO_TRAIL);
const acts = array(string({ maxLength: 20 }), { minLength: 2, maxLength: 12 });

describe('a trail', () => {
  it('is whole as it was written, from its beginning or a later line, and tells its last hash', () => {
    assert(
      property(acts, nat(11), (all, skipped) => {
        const lines = trailOf(all);
        const rest = lines.slice(Math.min(skipped, lines.length - 1));
        const last = createHash('sha256')
          .update(rest.at(-1) ?? '')
          .digest('hex');
        expect(verify(rest)).toMatchObject({
          lines: rest.length,
          last,
          broken: null,
          isCut: rest.length < lines.length,
        });
      }),
    );
  });

  it('breaks where a line was changed, left out, doubled, put in or moved', () => {
    assert(
      property(acts, nat(), constantFrom('change', 'leave_out', 'double', 'put_in', 'swap'), (all, at, how) => {
        const lines = trailOf(all);
        const place = at % (lines.length - 1);
        const own = lines[place] ?? '';
        const next = lines[place + 1] ?? '';
        const forged = JSON.stringify({ seq: place + 2, what: 'forged', prev: '0'.repeat(64) });
        const ways = {
          change: [own.replace('"what":"', '"what":"!'), next],
          leave_out: place === 0 ? [own.replace('"seq":1', '"seq":0'), next] : [next],
          double: [own, own, next],
          put_in: [own, forged, next],
          swap: [next, own],
        };
        const told = verify([...lines.slice(0, place), ...ways[how], ...lines.slice(place + 2)]);
        expect(told.broken).not.toBeNull();
      }),
    );
  });

  it.each([
    ['what is no JSON', '{'],
    ['what has no number', '{"prev":""}'],
    ['a first line that says it follows nothing, with another number', '{"seq":4,"prev":""}'],
    ['a first line that says it follows something', `{"seq":1,"prev":"${'0'.repeat(64)}"}`],
  ])('does not begin with %s', (_what, line) => {
    expect(verify([line]).broken?.line).toBe(1);
  });
});

describe('npm run trail', () => {
  const run = (lines: readonly string[], ...rest: readonly string[]) => {
    const input = lines.map((line) => `${line}\n`).join('');
    const done = spawnSync(process.execPath, [projectPath('test', 'local', 'trail.ts'), '-', ...rest], {
      input,
      encoding: 'utf8',
    });
    return { code: done.status, said: `${done.stdout}${done.stderr}`.trim() };
  };
  const [one = '', two = '', three = ''] = trailOf(['a', 'b', 'c']);
  const last = createHash('sha256').update(three).digest('hex');
  const whole = `3 lines, unbroken. It begins with the first line there ever was.\nHash of the last: ${last}`;
  const why = 'does not carry the hash of the line before it: one of them was changed, put in, left out or moved';

  it('says that a trail is whole, and what to keep of it', () => {
    expect(run([one, two, three])).toEqual({ code: 0, said: whole });
    expect(run([one, two, three], createHash('sha256').update(two).digest('hex'))).toEqual({ code: 0, said: whole });
  });

  it('says where it breaks', () => {
    const said = `The chain breaks: line 2 ${why}.`;
    expect(run([one, three])).toEqual({ code: 1, said });
    expect(run([one.replace('"a"', '"x"'), two, three])).toEqual({ code: 1, said });
  });

  it('says that a line kept in mind is in it no more', () => {
    const hash = createHash('sha256').update('another').digest('hex');
    expect(run([one, two], hash)).toEqual({
      code: 1,
      said: `The chain is whole, but no line of it has the hash ${hash}.`,
    });
  });
});
