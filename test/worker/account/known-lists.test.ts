import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it } from 'vitest';

afterEach(reset);

const account = () => env.ACCOUNTS.getByName('known-lists');
const KEY = { numbersHash: 'aa', contacts: 3 };
const LIST = { sid: 'l1', name: 'Leads 1 #abcd-L1.1' };

describe('the lists an account remembers', () => {
  it('are found by the numbers they hold, and how many', async () => {
    await account().rememberList({ ...LIST, ...KEY }, 'import1');
    expect(await account().findList(KEY, 'import2')).toEqual(LIST);
    expect(await account().findList({ ...KEY, contacts: 4 }, 'import2')).toBeNull();
    expect(await account().findList({ ...KEY, numbersHash: 'bb' }, 'import2')).toBeNull();
  });

  it('may be deleted once no import calls them, and are forgotten then', async () => {
    await account().rememberList({ ...LIST, ...KEY }, 'import1');
    await account().findList(KEY, 'import2');
    expect(await account().releaseList('l1', 'import1')).toBe(false);
    expect(await account().releaseList('l1', 'import1')).toBe(false);
    expect(await account().releaseList('l1', 'import2')).toBe(true);
    expect(await account().findList(KEY, 'import3')).toBeNull();
  });

  it('are not found once Exotel has them no more; a list nobody knows is nobody else’s', async () => {
    await account().rememberList({ ...LIST, ...KEY }, 'import1');
    await account().forgetList('l1');
    expect(await account().findList(KEY, 'import2')).toBeNull();
    expect(await account().releaseList('l9', 'import2')).toBe(true);
  });
});
