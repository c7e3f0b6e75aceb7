import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';

export type AddressFault = { readonly code: 'address_missing' | 'address_not_a_url' | 'address_not_https' };

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1']);

/**
 * Turns what a person types as the Worker's address into its origin, "https://calls.example.workers.dev". A bare host
 * gets https; only this machine may use http.
 */
export function parseWorkerAddress(text: string): Result<string, AddressFault> {
  const typed = text.trim();
  if (typed === '') return err({ code: 'address_missing' });
  const url = toUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `${isLocal(typed) ? 'http' : 'https'}://${typed}`);
  if (!url || url.username !== '' || url.password !== '') return err({ code: 'address_not_a_url' });
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && LOCAL_HOSTS.has(url.hostname));
  if (!allowed) return err({ code: 'address_not_https' });
  if (!url.hostname.includes('.') && !LOCAL_HOSTS.has(url.hostname)) return err({ code: 'address_not_a_url' });
  return ok(url.origin);
}

/**
 * Splits an invite link, "https://calls.example.workers.dev/join#code=…", into the Worker's address and the code; null
 * for anything else.
 */
export function parseInviteLink(text: string): { readonly address: string; readonly code: string } | null {
  const url = toUrl(text.trim());
  const code = /^#code=([A-Za-z0-9_-]{43})$/.exec(url?.hash ?? '')?.[1];
  if (url === null || code === undefined) return null;
  const address = parseWorkerAddress(url.origin);
  return address.ok ? { address: address.value, code } : null;
}

function isLocal(typed: string): boolean {
  return LOCAL_HOSTS.has(typed.split(/[:/]/)[0] ?? '');
}

function toUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** The pattern of the one host that the extension asks to reach. Such patterns contain no ports. */
export function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
