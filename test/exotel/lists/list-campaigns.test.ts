import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask, create, mobile, mobiles, put, upload } from '../dialler/exotel-caller.ts';
import { startExotel } from '../start-exotel.ts';
import type { Exotel } from '../start-exotel.ts';

let exotel: Exotel;
beforeAll(async () => {
  exotel = await startExotel({ speed: 1e-9, startAt: Date.parse('2030-01-01T10:00:00+05:30') });
});
beforeEach(() => {
  exotel.control.reset({ settings: { csvProcessingMs: 0 } });
});
afterAll(() => exotel.close());

async function makeList(name: string, numbers: readonly string[]): Promise<string> {
  return (await upload(exotel.url, { list: name, csv: `number\n${numbers.join('\n')}\n` })).listSid;
}

async function makeDynamic(name: string, csv: string): Promise<string> {
  return (await upload(exotel.url, { list: name, csv, type: 'dynamic' })).listSid;
}

const dial = (): Promise<unknown> => exotel.control.setClock({ skipTo: '2030-01-01T12:00:00+05:30' });

describe('a campaign of static lists', () => {
  it('calls everyone in them once, though two hold the same number', async () => {
    const lists = [await makeList('a', mobiles(3)), await makeList('b', mobiles(3, 2))];
    const made = await create(exotel.url, { from: undefined, lists });
    expect(made.first?.data).toMatchObject({ campaign_type: 'static', lists });
    expect(made.first?.data).not.toHaveProperty('from');
    await dial();
    const dialled = exotel.control.ledger().dials.map(({ number }) => number);
    expect(dialled).toEqual(mobiles(5));
    expect(exotel.control.summary().counts).toMatchObject({ numbersInSeveralLists: 1, numbersInSeveralUsedLists: 1 });
  });

  it('calls who stands in two lists twice when told to', async () => {
    const lists = [await makeList('a', mobiles(3)), await makeList('b', mobiles(3, 2))];
    await create(exotel.url, { from: undefined, lists, call_duplicate_numbers: true });
    expect(exotel.control.ledger().creates).toMatchObject([{ numbers: 6, lists }]);
  });

  it('is a snapshot: what is uploaded later is not called, and a change of its name keeps it', async () => {
    const list = await makeList('a', mobiles(2));
    const made = await create(exotel.url, { from: undefined, lists: [list] });
    await makeList('a', mobiles(4));
    const changed = await put(exotel.url, made.id, { name: 'another name' });
    expect(changed.first?.data).toMatchObject({ name: 'another name', lists: [list] });
    expect(exotel.control.ledger().creates).toMatchObject([{ numbers: 2 }]);
    await put(exotel.url, made.id, { lists: [list] });
    expect(exotel.control.ledger().creates).toMatchObject([{ numbers: 4 }]);
  });

  it('is refused with a list that is unknown, deleted, twice there, dynamic, or not ready', async () => {
    const [ready, gone] = [await makeList('a', mobiles(1)), await makeList('b', mobiles(1))];
    const dynamic = await makeDynamic('c', `number,Name\n${mobile(1)},A\n`);
    await ask(exotel.url, { method: 'DELETE', collection: 'lists', path: `/${gone}` });
    exotel.control.addFaults({ kind: 'upload_stuck' });
    const stuck = await makeList('d', mobiles(1));
    const refusals = await Promise.all(
      [['x'], [gone], [ready, ready], [dynamic], [stuck]].map((lists) =>
        create(exotel.url, { from: undefined, lists }),
      ),
    );
    expect(refusals.map(({ first }) => first?.error_data?.description)).toEqual([
      'list x is unknown',
      `list ${gone} is unknown`,
      `list ${ready} is there twice`,
      `list ${dynamic} is not static`,
      `list ${stuck} is not ready`,
    ]);
  });

  it('of a list that is not ready is taken with nobody in it when so switched, and the judge says so', async () => {
    exotel.control.setSettings({ listNotReady: 'accept_empty', csvProcessingMs: 1e9 });
    const made = await create(exotel.url, { from: undefined, lists: [await makeList('a', mobiles(1))] });
    await dial();
    expect(exotel.control.summary()).toMatchObject({
      campaignsBeforeTheirLists: [made.id],
      campaigns: [{ status: 'failed', numbers: 0 }],
    });
  });
});

describe('a dynamic campaign', () => {
  const TEXT = 'Hi @@Name @@Last name , order @@Order ID of @@name costs @@Name2';
  const CSV = `Name,number,Last name,Order ID\nAsha,${mobile(1)},Rao,7\nRavi,${mobile(2)},,"8,9"\n`;
  const IVR = { from: undefined, url: undefined, campaign_type: 'dynamic', flow_type: 'ivr', read_via_text: TEXT };

  it('says to each its own text, the longest header first, and leaves names that are no header', async () => {
    const list = await makeDynamic('orders', CSV);
    const made = await create(exotel.url, { ...IVR, lists: [list] });
    expect(made.first?.data).toMatchObject({ campaign_type: 'dynamic', read_via_text: TEXT, lists: [list] });
    await dial();
    const [asha, ravi] = ['Hi Asha Rao , order 7 of @@name costs Asha2', 'Hi Ravi  , order 8,9 of @@name costs Ravi2'];
    const spoken = new Map(exotel.control.ledger().dials.map((one) => [one.number, one.spoken]));
    expect(spoken).toEqual(
      new Map([
        [mobile(1), asha],
        [mobile(2), ravi],
      ]),
    );
  });

  it('takes exactly one list, and a dynamic one', async () => {
    const list = await makeDynamic('orders', CSV);
    const plain = await makeList('plain', mobiles(1));
    const [two, wrong] = [
      await create(exotel.url, { ...IVR, lists: [list, plain] }),
      await create(exotel.url, { ...IVR, lists: [plain] }),
    ];
    expect([two, wrong].map(({ first }) => first?.error_data?.description)).toEqual([
      'lists must hold at most 1 in a dynamic campaign',
      `list ${plain} is not dynamic`,
    ]);
  });
});
