import { env } from 'cloudflare:workers';
import { z } from 'zod';
import type { FaultRuleChange } from '../../exotel/faults/faults.ts';
import type { ReplayRule } from '../../exotel/faults/replays.ts';
import type { ScriptChange } from '../../exotel/dialler/outcome-script.ts';
import type { SettingsChange } from '../../exotel/control/settings.ts';

const creates = z.array(
  z.object({
    sid: z.string(),
    name: z.string(),
    status: z.string(),
    numbers: z.number(),
    sendAt: z.string(),
    endAt: z.string(),
    statusCallback: z.string().nullable(),
    callStatusCallback: z.string().nullable(),
    callScheduleCallback: z.string().nullable(),
  }),
);
const requests = z.array(
  z.object({ at: z.number(), method: z.string(), path: z.string(), op: z.string(), status: z.number().nullable() }),
);
const dials = z.array(z.object({ number: z.string(), callSid: z.string().nullable(), spoken: z.string().optional() }));
const summary = z.object({
  counts: z.object({
    campaigns: z.number(),
    deletedCampaigns: z.number(),
    numbers: z.number(),
    numbersDialled: z.number(),
    dials: z.number(),
    dialsOutsideWindow: z.number(),
    lists: z.number(),
    deletedLists: z.number(),
    uploads: z.number(),
    numbersInLists: z.number(),
    numbersInSeveralLists: z.number(),
    messages: z.number(),
    messagesOutsideWindow: z.number(),
  }),
  listsUploadedSeveralTimes: z.array(z.string()),
  campaignsBeforeTheirLists: z.array(z.string()),
  numbersMessagedTwice: z.array(z.string()),
  messageCampaigns: z.array(z.object({ sid: z.string(), endAt: z.string() })),
  numbersInSeveralCampaigns: z.array(z.string()),
  numbersDialledBySeveralCampaigns: z.array(z.string()),
  outcomes: z.record(z.string(), z.number()),
  campaigns: z.array(z.object({ sid: z.string(), name: z.string(), status: z.string(), numbers: z.number() })),
});
const outcomes = z.record(z.string(), z.object({ sid: z.string(), outcome: z.string(), attempts: z.number() }));

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${env.EXOTEL_BASE_URL}/_control/${path}`, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`The stand-in refuses ${path}: ${text}`);
  return JSON.parse(text);
}

export const standIn = {
  /**
   * Empties the account. Its clock stands still at the real now, and it sends no callbacks: nothing could receive them.
   */
  reset: async (change: { readonly settings?: SettingsChange; readonly script?: ScriptChange } = {}): Promise<void> => {
    await control('POST', 'reset', change);
    await control('DELETE', 'faults');
    await control('POST', 'faults', { rules: [], callbacks: { lose: 1 } });
  },
  faults: async (...rules: readonly FaultRuleChange[]): Promise<void> => {
    await control('POST', 'faults', rules);
  },
  /** Answers the next request of that operation with these bytes, without carrying it out. */
  replay: async (rule: ReplayRule): Promise<void> => {
    await control('POST', 'replay', rule);
  },
  clearFaults: async (): Promise<void> => {
    await control('DELETE', 'faults');
    await control('POST', 'faults', { rules: [], callbacks: { lose: 1 } });
  },
  settings: async (change: SettingsChange): Promise<void> => {
    await control('POST', 'settings', change);
  },
  skipTo: async (at: string): Promise<void> => {
    await control('POST', 'clock', { skipTo: at });
  },
  creates: async () => z.object({ creates }).parse(await control('GET', 'ledger?only=creates')).creates,
  requests: async () => z.object({ requests }).parse(await control('GET', 'ledger?only=requests')).requests,
  dials: async () => z.object({ dials }).parse(await control('GET', 'ledger?only=dials')).dials,
  summary: async () => summary.parse(await control('GET', 'ledger/summary')),
  /** What somebody with the account's credentials does beside us; answers what Exotel says. */
  asExotelUser: async (method: string, path: string, body?: unknown): Promise<string> => {
    const { EXOTEL_BASE_URL: base, EXOTEL_ACCOUNT_SID: sid, EXOTEL_API_KEY: key, EXOTEL_API_TOKEN: token } = env;
    const headers = { authorization: `Basic ${btoa(`${key}:${token}`)}`, 'content-type': 'application/json' };
    const sent = body === undefined ? null : JSON.stringify(body);
    const answer = await fetch(`${base}/v2/accounts/${sid}${path}`, { method, headers, body: sent });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`Exotel refuses ${method} ${path}: ${text}`);
    return text;
  },
  outcomes: async () => outcomes.parse(await control('GET', 'ledger/outcomes')),
};

/** Lets every campaign dial to its end. */
export async function dialToTheEnd(): Promise<void> {
  const made = [...(await standIn.creates()), ...(await standIn.summary()).messageCampaigns];
  const ends = made.map(({ endAt }) => Date.parse(endAt));
  await standIn.skipTo(new Date(Math.max(Date.now(), ...ends) + 1000).toISOString());
}
