import type { ExotelAnswers } from './deploy-answers.ts';

export type ExotelProof =
  | { readonly ok: true; readonly clockSkewSeconds: number | null }
  | {
      readonly ok: false;
      readonly code: 'credentials' | 'account' | 'forbidden' | 'unreachable' | 'odd';
      readonly status: number | null;
    };

/** One reading at Exotel: whether these credentials open this account in this region. Nothing is changed there. */
export async function proveExotel(answers: ExotelAnswers, fetcher: typeof fetch): Promise<ExotelProof> {
  const url = `${answers.baseUrl}/v2/accounts/${encodeURIComponent(answers.accountSid)}/campaigns?limit=1`;
  const authorization = `Basic ${Buffer.from(`${answers.apiKey}:${answers.apiToken}`).toString('base64')}`;
  let response: Response;
  try {
    response = await fetcher(url, {
      headers: { authorization },
      signal: AbortSignal.timeout(20_000),
      redirect: 'error',
    });
  } catch {
    return { ok: false, code: 'unreachable', status: null };
  }
  const { status } = response;
  await response.body?.cancel();
  if (response.ok) return { ok: true, clockSkewSeconds: skewOf(response.headers.get('date')) };
  if (status === 401) return { ok: false, code: 'credentials', status };
  if (status === 403) return { ok: false, code: 'forbidden', status };
  if (status === 404) return { ok: false, code: 'account', status };
  return { ok: false, code: 'odd', status };
}

function skewOf(date: string | null): number | null {
  const at = date === null ? Number.NaN : Date.parse(date);
  return Number.isNaN(at) ? null : Math.round((Date.now() - at) / 1000);
}

/** What went wrong, and what to do. */
export function proofSentence(proof: ExotelProof, { baseUrl }: Pick<ExotelAnswers, 'baseUrl'>): string {
  if (proof.ok) return `Exotel takes the credentials at ${baseUrl}.`;
  switch (proof.code) {
    case 'credentials':
      return `Exotel at ${baseUrl} does not take this API key and token. Copy both again from its dashboard (Settings, API), and check the region.`;
    case 'account':
      return `Exotel at ${baseUrl} knows no account of this SID. Check the SID and the region (singapore or mumbai).`;
    case 'forbidden':
      return 'Exotel takes the credentials, but this account may not use campaigns. Ask Exotel’s support to allow the campaigns API.';
    case 'unreachable':
      return `Exotel cannot be reached at ${baseUrl}. Check the network and the address.`;
    case 'odd':
      return `Exotel at ${baseUrl} answered ${String(proof.status)}. Try again in a minute.`;
  }
}
