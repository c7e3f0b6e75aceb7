import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { previewSchema, type Preview } from '../../../shared/protocol/import.ts';
import { mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, post, refusalOf, sendFile } from '../support/edge.ts';
import { startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';

const PERSONAL = { flow: { kind: 'greeting', text: 'Hi @@Name, order @@Order ID is due.' } };
const FILE = [
  'Name,Mobile,Order ID,City,City',
  'Nobody,12345,A-0,,',
  `"  Rao,\tAsha ",${mobile(0)},A-1,Pune,West`,
  ',,,,',
  `,${mobile(1)},A-2,Kochi,South`,
  `Ravi,${mobile(0)},A-3,Surat,West`,
].join('\n');

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate(PERSONAL)).id;
});
afterEach(reset);

async function previewOf(id: string, query = ''): Promise<Preview> {
  const answer = await ask(`/api/imports/${id}/preview${query}`);
  if (!answer.ok) throw new Error(await answer.text());
  return previewSchema.parse(await answer.json());
}

async function refused(id: string, query: string) {
  return refusalOf(await ask(`/api/imports/${id}/preview${query}`));
}

describe('a preview', () => {
  it('shows what the first who is called hears, with the row it is from', async () => {
    const { id } = await importIn(sendFile(FILE, { template }));
    expect(await previewOf(id)).toEqual({
      line: 3,
      number: mobile(0),
      channel: 'voice',
      callerId: '08088919888',
      text: 'Hi @@Name, order @@Order ID is due.',
      parts: [
        { kind: 'text', text: 'Hi ' },
        { kind: 'variable', name: 'Name', value: 'Rao, Asha' },
        { kind: 'text', text: ', order ' },
        { kind: 'variable', name: 'Order ID', value: 'A-1' },
        { kind: 'text', text: ' is due.' },
      ],
      missing: [],
      shortened: [],
      row: { Name: '  Rao,\tAsha ', Mobile: mobile(0), 'Order ID': 'A-1', City: 'Pune', 'City (5)': 'West' },
    });
  });

  it('of a line marks what has no value', async () => {
    const { id } = await importIn(sendFile(FILE, { template }));
    const { line, number, parts, missing } = await previewOf(id, '?line=5');
    expect([line, number, parts[1], missing]).toEqual([
      5,
      mobile(1),
      { kind: 'variable', name: 'Name', value: '' },
      ['Name'],
    ]);
  });

  it('tells why a line is not called', async () => {
    const { id } = await importIn(sendFile(FILE, { template }));
    expect(await refused(id, '?line=2')).toMatchObject({
      status: 404,
      code: 'line_not_called',
      details: { line: 2, value: '12345', code: 'too_short' },
    });
    expect(await refused(id, '?line=6')).toMatchObject({ details: { line: 6, code: 'duplicate', firstLine: 3 } });
    for (const line of [1, 7, 1_000_000]) {
      expect(await refused(id, `?line=${line}`)).toEqual({ status: 404, code: 'line_not_called', details: { line } });
    }
  });

  it('follows the columns and the template of the last check', async () => {
    const { id } = await importIn(sendFile(FILE, { template }));
    await importIn(post(`/api/imports/${id}/check`, { columns: { variables: { Name: 4 } } }));
    expect((await previewOf(id)).parts[1]).toEqual({ kind: 'variable', name: 'Name', value: 'Pune' });
    const sms = await makeTemplate({
      channel: 'sms',
      callerId: undefined,
      flow: undefined,
      text: 'Hi @@Name',
      senderId: 'EXOTEL',
      dltEntityId: '1101',
      dltTemplateId: '1107',
    });
    await importIn(post(`/api/imports/${id}/check`, { template: sms.id }));
    expect(await previewOf(id)).toMatchObject({ channel: 'sms', callerId: null, text: 'Hi @@Name' });
  });

  it('has no text where a flow decides what is said, and one part where all hear the same', async () => {
    const flow = { kind: 'flow', url: 'http://my.exotel.com/acme1/exoml/start_voice/1' };
    const flowing = await importIn(sendFile(FILE, { template: (await makeTemplate({ flow })).id, id: 'flow-1' }));
    expect(await previewOf(flowing.id)).toMatchObject({ text: null, parts: [], missing: [] });
    const same = await importIn(sendFile(FILE, { template: (await makeTemplate()).id, id: 'same-1' }));
    expect((await previewOf(same.id)).parts).toEqual([{ kind: 'text', text: 'Happy Diwali.' }]);
  });

  it('finds a line in the middle of a long file', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `Person ${i},${mobile(i)},O-${i}`);
    const { id } = await importIn(sendFile(['Name,Mobile,Order ID', ...rows].join('\n'), { template, id: 'long-1' }));
    const { number, parts } = await previewOf(id, '?line=50002');
    expect([number, parts[3]]).toEqual([mobile(50_000), { kind: 'variable', name: 'Order ID', value: 'O-50000' }]);
  });

  it('is refused for what is not there, not checked, or no line', async () => {
    expect(await refused('nobody', '')).toEqual({ status: 404, code: 'import_not_found' });
    await post('/api/imports', { template, fileName: 'a.csv', fileBytes: 5, id: 'open-1' });
    expect(await refused('open-1', '')).toEqual({ status: 409, code: 'not_checked' });
    await importIn(sendFile('Name,Mobile,Order ID\na,12345,b\n', { template, id: 'none-1' }));
    expect(await refused('none-1', '')).toEqual({ status: 422, code: 'nothing_to_call' });
    for (const line of ['0', '-1', '1.5', 'x', ''])
      expect(await refused('none-1', `?line=${line}`)).toMatchObject({ status: 400, code: 'invalid_request' });
  });
});
