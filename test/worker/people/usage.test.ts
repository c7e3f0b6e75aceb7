import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { usageSchema, type Usage } from '../../../shared/protocol/usage.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, refusalOf } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';
import { join, type Member } from '../team/team.ts';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset({ script: { mix: { completed: 1 } } });
  template = (await makeTemplate()).id;
});
afterEach(reset);

async function launched(member: Member, contacts: number, first: number): Promise<string> {
  const { id } = await importIn(member.sendFile(contactFile(contacts, first), { template, launch: 'true' }));
  await driveUntil(id, isLaunched);
  return id;
}

/** Runs all these imports to their end on one clock. */
async function finish(...ids: readonly string[]): Promise<void> {
  await dialToTheEnd();
  for (const id of ids) await driveUntil(id, ({ state }) => state === 'finished');
}

/** The seconds of every call, from the results. */
async function secondsOf(id: string): Promise<number[]> {
  const text = new TextDecoder().decode(await (await ask(`/api/imports/${id}/results.ndjson`)).arrayBuffer());
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.flatMap((line) => {
    const { durationSeconds } = z.object({ durationSeconds: z.number().nullable() }).parse(JSON.parse(line));
    return durationSeconds === null ? [] : [durationSeconds];
  });
}

async function usage(query = ''): Promise<Usage> {
  const answer = await ask(`/api/usage${query}`);
  expect(answer.status).toBe(200);
  return usageSchema.parse(await answer.json());
}

function setPrices(prices: object): Promise<Response> {
  return ask('/api/settings', {
    method: 'PUT',
    body: JSON.stringify({ prices }),
    headers: { 'content-type': 'application/json' },
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe('what each person called and spent', () => {
  it('is told by who started it, in whole pulses, and outlives the import', async () => {
    await setPrices({ pulse: 0.35, pulseSeconds: 20 });
    const [meena, ravi] = [await join('Meena', 'launcher'), await join('Ravi', 'launcher')];
    const first = await launched(meena, 3, 1);
    const second = await launched(ravi, 2, 4);
    await finish(first, second);
    const told = await Promise.all(
      [first, second].map(async (id) => {
        const seconds = await secondsOf(id);
        return { seconds: sum(seconds), pulses: sum(seconds.map((each) => Math.ceil(each / 20))) };
      }),
    );
    const expected = ['Meena', 'Ravi'].map((name, at) => {
      const { seconds = 0, pulses = 0 } = told[at] ?? {};
      const people = 3 - at;
      const spent = Math.round(pulses * 35) / 100;
      return { name, imports: 1, people, calls: people, messages: 0, seconds, pulses, spent };
    });
    expect(expected.every(({ seconds }) => seconds > 0)).toBe(true);
    const { items, open } = await usage();
    expect(items.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(expected);
    expect(open).toBe(0);

    await ask(`/api/imports/${first}`, { method: 'DELETE' });
    expect((await usage()).items.map(({ name }) => name).toSorted()).toEqual(['Meena', 'Ravi']);
    expect((await usage(`?to=2020-01-01T00:00:00Z`)).items).toEqual([]);
  });

  it('says no money where no price is set, and which campaigns are not counted yet', async () => {
    const meena = await join('Meena', 'launcher');
    const id = await launched(meena, 2, 1);
    expect(await usage()).toMatchObject({ items: [], open: 1 });
    await finish(id);
    expect(await usage()).toMatchObject({ items: [{ name: 'Meena', calls: 2, spent: null }], open: 0 });
  });

  it('is for admins, and takes only a time that is one', async () => {
    const meena = await join('Meena', 'launcher');
    expect((await refusalOf(await meena.get('/api/usage'))).code).toBe('not_allowed');
    expect((await refusalOf(await ask('/api/usage?from=yesterday'))).code).toBe('invalid_request');
  });
});
