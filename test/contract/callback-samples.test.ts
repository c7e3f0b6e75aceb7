import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MAX_CALLBACK_BYTES } from '../../shared/limits.ts';
import { readCallback, type CallbackFacts } from '../../worker/callbacks/read-callback.ts';
import { SAMPLES, sampleJson, sampleText } from './exotel-samples.ts';

/** As the public sink reads it: the text of a POST's body. */
async function received(body: string): Promise<CallbackFacts> {
  const request = new Request('https://dialsheet.test/callbacks', { method: 'POST', body });
  const text = await request.text();
  expect(text.length).toBeLessThan(MAX_CALLBACK_BYTES);
  return readCallback(text);
}

/** The same fields as a form, which receivers of Exotel's other callbacks are told to accept. */
function asForm(file: string): string {
  const fields = z.record(z.string(), z.unknown()).parse(sampleJson(file));
  const texts = Object.entries(fields).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams(texts).toString();
}

const AT = '2019-01-10T17:08:00+05:30';

const EXPECTED: Readonly<Record<string, CallbackFacts>> = {
  // The page shows the answer to a create where a call's callback should be: it names no call and no number.
  'voice-call-callback.json': {
    campaignSid: null,
    numbers: [],
    status: 'unknown',
    campaignState: 'created',
    calls: [],
  },
  'voice-schedule-callback.json': {
    campaignSid: '44a89f18b291441786f6be2dacee0366',
    numbers: ['+91XXXX161323', 'XXXXXX74100'],
    status: 'completed',
    campaignState: 'completed',
    calls: [{ sid: '73f57c6bccd64a29a0cb4806af05cdbe', status: 'completed', at: AT }],
  },
  'voice-campaign-callback.json': {
    campaignSid: '44a89a18b291441786f6be2dfcee0366',
    numbers: [],
    status: 'completed',
    campaignState: 'completed',
    calls: [],
  },
};

describe('a published callback', () => {
  it.each(SAMPLES.filter(({ kind }) => kind === 'callback').map(({ file }) => file))(
    'is read from %s',
    async (file) => {
      expect(await received(sampleText(file))).toEqual(EXPECTED[file]);
    },
  );

  it.each(['voice-schedule-callback.json', 'voice-campaign-callback.json'])(
    'is read from %s as a form',
    async (file) => {
      expect(await received(asForm(file))).toEqual(EXPECTED[file]);
    },
  );
});
