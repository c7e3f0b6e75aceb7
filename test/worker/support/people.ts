import { ask, post } from './edge.ts';

/** The caps of a team that has chosen none. */
export const DEFAULT_CAPS = {
  voice: { attempts: 3, imports: 1, hours: 24 },
  sms: { attempts: 1, imports: null, hours: 24 },
} as const;

export const NO_CAPS = {
  voice: { attempts: null, imports: null, hours: 24 },
  sms: { attempts: null, imports: null, hours: 24 },
} as const;

export async function changeSettings(change: object): Promise<void> {
  const answer = await ask('/api/settings', {
    method: 'PUT',
    body: JSON.stringify(change),
    headers: { 'content-type': 'application/json' },
  });
  if (!answer.ok) throw new Error(await answer.text());
}

export function setCaps(caps: unknown): Promise<void> {
  return changeSettings({ caps });
}

export async function suppress(...numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    const answer = await post('/api/suppressions', { number });
    if (!answer.ok) throw new Error(await answer.text());
  }
}
