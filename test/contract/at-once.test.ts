import { expect, it, onTestFinished } from 'vitest';
import { createExotelClient } from '../../worker/exotel/client.ts';
import { FAULT_KINDS } from '../exotel/faults/faults.ts';
import { startExotel } from '../exotel/start-exotel.ts';

const ACCOUNT = { accountSid: 'dialsheet-demo', apiKey: 'demo-key', apiToken: 'demo-token' };
const MOMENT = Date.parse('2026-11-23T10:00:00+05:30');

/** Two equal stand-ins, one asked over HTTP, the other directly. */
it.each(FAULT_KINDS)('an answer without a wire is the same as over one, when it meets %s', async (kind) => {
  const start = () => startExotel({ startAt: MOMENT, real: { now: () => MOMENT } });
  const [wired, simulated] = [await start(), await start()];
  onTestFinished(async () => {
    await wired.close();
    await simulated.close();
  });
  for (const { control } of [wired, simulated]) control.addFaults({ kind, delayMs: 10 });
  // Only what never comes is waited for to its end.
  const timeoutMs = kind.startsWith('timeout') ? 200 : 60_000;
  const overHttp = createExotelClient({ ...ACCOUNT, baseUrl: wired.url, timeoutMs, fetch });
  const atOnce = createExotelClient({ ...ACCOUNT, baseUrl: simulated.url, timeoutMs, ...simulated.atOnce });
  for (const path of ['/campaigns', '/campaigns', '/lists?name=Diwali']) {
    expect(await atOnce.request('GET', path)).toEqual(await overHttp.request('GET', path));
  }
});
