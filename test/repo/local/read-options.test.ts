import { describe, expect, it } from 'vitest';
import { readOptions } from '../../local/read-options.ts';

const OPTIONS = { check: { type: 'boolean' }, 'new-owner': { type: 'boolean' }, speed: { type: 'string' } } as const;

function read(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const result = readOptions('deploy', OPTIONS, { args, env });
  return result.ok ? { ...result.value } : result.error;
}

describe('the options of a script', () => {
  it('are read as they are typed', () => {
    expect(read([])).toEqual({});
    expect(read(['--check'])).toEqual({ check: true });
    expect(read(['--new-owner', '--speed', '60'])).toEqual({ 'new-owner': true, speed: '60' });
  });

  it.each([['--chekc'], ['check'], ['-check'], ['--check=yes'], ['--check', 'now'], ['--speed']])(
    'end it with nothing done where one is not known: %s',
    (...args) => {
      expect(read(args)).toMatch(
        /Nothing was done\. There is: npm run deploy -- \[--check\] \[--new-owner\] \[--speed/u,
      );
    },
  );

  it.each([
    ['npm_config_check', '--check'],
    ['npm_config_new_owner', '--new-owner'],
  ])('end it where npm kept one for itself: %s', (name, option) => {
    expect(read([], { [name]: 'true' })).toBe(
      `npm kept ${option} for itself. Put two dashes before it: npm run deploy -- ${option}. Nothing was done.`,
    );
  });
});
