import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALLS } from '../../../worker/routes/calls.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, refusalOf, sendFile } from '../support/edge.ts';
import { join, type Member } from './team.ts';

let template: string;
let meena: Member;
beforeEach(async () => {
  template = (await makeTemplate()).id;
  meena = await join('Meena', 'preparer');
});
afterEach(reset);

const NOT_THERE = { status: 404, code: 'import_not_found' };

describe('a preparer', () => {
  it('finds nothing of an import somebody else made, by any call', async () => {
    const theirs = await importIn(sendFile(contactFile(2), { template }));
    const calls = CALLS.filter(({ path }) => path.startsWith('/api/imports/{id}'));
    expect(calls.length).toBeGreaterThan(10);
    for (const { method, path } of calls) {
      const answer = await meena.send(method.toUpperCase(), path.replace('{id}', theirs.id).replace('{seq}', '1'));
      const isForLaunchers = answer.status === 403;
      if (method === 'head' || isForLaunchers)
        expect([path, answer.status]).toEqual([path, isForLaunchers ? 403 : 404]);
      else expect([path, await refusalOf(answer)]).toEqual([path, NOT_THERE]);
    }
    expect(await (await ask(`/api/imports/${theirs.id}`)).json()).toMatchObject({
      state: 'checked',
      rows: theirs.rows,
    });
    expect(await (await meena.get('/api/imports')).json()).toMatchObject({ items: [], total: 0 });
  });

  it('reaches it neither by its id, nor by calling its people again', async () => {
    const theirs = await importIn(sendFile(contactFile(2), { template, id: 'theirs-1' }));
    const opened = { template, fileName: 'a.csv', fileBytes: 3, id: theirs.id };
    for (const answer of [
      await meena.send('POST', '/api/imports', opened),
      await meena.sendFile(contactFile(2), { template, id: theirs.id }),
    ])
      expect(await refusalOf(answer)).toEqual({ status: 409, code: 'import_exists' });
    const again = { template, from: { import: theirs.id } };
    expect(await refusalOf(await meena.send('POST', '/api/imports', again))).toEqual(NOT_THERE);
  });

  it('does everything with an own import but start it', async () => {
    const own = await importIn(meena.sendFile(contactFile(3), { template }));
    expect(own.createdBy).toBe('Meena');
    expect(await (await meena.get('/api/imports')).json()).toMatchObject({ items: [{ id: own.id }], total: 1 });
    await importIn(meena.send('POST', `/api/imports/${own.id}/check`, {}));
    expect(await (await meena.get(`/api/imports/${own.id}/preview`)).json()).toMatchObject({ number: '+919810010001' });
    const launch = { expect: { contacts: 3, campaigns: 1 } };
    expect(await refusalOf(await meena.send('POST', `/api/imports/${own.id}/launch`, launch))).toEqual({
      status: 403,
      code: 'not_allowed',
      details: { role: 'preparer', needs: ['launcher', 'admin'] },
    });
    expect((await meena.send('DELETE', `/api/imports/${own.id}`)).status).toBe(204);
  });

  it('changes own templates, and no others', async () => {
    const wish = {
      name: 'Meena greeting',
      channel: 'voice',
      callerId: '08088919888',
      flow: { kind: 'greeting', text: 'Hello.' },
    };
    const made = await meena.send('POST', '/api/templates', wish);
    expect(made.status).toBe(201);
    const { id } = await made.json<{ id: string }>();
    expect((await meena.send('PUT', `/api/templates/${id}`, wish)).status).toBe(200);
    const refused = { status: 403, code: 'not_allowed', details: { role: 'preparer', createdBy: 'asha' } };
    expect(await refusalOf(await meena.send('PUT', `/api/templates/${template}`, wish))).toEqual(refused);
    expect(await refusalOf(await meena.send('DELETE', `/api/templates/${template}`))).toEqual(refused);
    expect((await meena.send('DELETE', `/api/templates/${id}`)).status).toBe(204);
  });
});
