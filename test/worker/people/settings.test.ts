import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../shared/protocol/settings.ts';
import { ask, ORIGIN, refusalOf } from '../support/edge.ts';

beforeEach(reset);
afterEach(reset);

function put(body: unknown): Promise<Response> {
  return ask('/api/settings', {
    method: 'PUT',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
}

async function settings() {
  return settingsSchema.parse(await (await ask('/api/settings')).json());
}

describe('settings', () => {
  it('are the documented ones before anyone has chosen', async () => {
    expect(await settings()).toMatchObject({
      window: { from: '09:00', to: '21:00' },
      weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      closedDates: [],
      caps: {
        voice: { attempts: 3, imports: 1, hours: 24 },
        sms: { attempts: 1, imports: null, hours: 24 },
      },
      approveAbove: null,
    });
    expect((await settings()).passthru).toMatch(new RegExp(`^${ORIGIN}/passthru/[\\w-]{22}$`));
  });

  it('change in what is named, and keep the rest', async () => {
    const before = await settings();
    const change = { weekdays: ['mon', 'tue'], closedDates: ['2026-11-30'], caps: { voice: { imports: null } } };
    const changed = { ...before, weekdays: ['mon', 'tue'], closedDates: ['2026-11-30'] };
    const caps = { ...before.caps, voice: { attempts: 3, imports: null, hours: 24 } };
    expect(await (await put(change)).json()).toEqual({ ...changed, caps });
    expect(await settings()).toEqual({ ...changed, caps });
    expect(await (await put(await settings())).json()).toEqual({ ...changed, caps });
  });

  it.each([
    { weekdays: [] },
    { weekdays: ['mon', 'mon'] },
    { weekdays: ['monday'] },
    { closedDates: ['30-11-2026'] },
    { caps: { voice: { attempts: 0 } } },
    { caps: { voice: { hours: 0 } } },
    { window: { from: '21:00', to: '09:00' } },
    { nonsense: true },
  ])('refuse %j', async (change) => {
    const before = await settings();
    expect(await refusalOf(await put(change))).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(await settings()).toEqual(before);
  });
});
