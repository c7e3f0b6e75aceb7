import type { Config } from './config.ts';

const HEX_CHARS = 32;

const keys = new Map<string, Promise<CryptoKey>>();

/**
 * A fingerprint that only this Worker can make. Without a key, the fingerprint of one person or a few could be undone
 * by trying every number. Fingerprints for different purposes or accounts cannot be compared.
 */
export async function keyedFingerprint(
  config: Pick<Config, 'CALLBACK_SECRET' | 'EXOTEL_ACCOUNT_SID'>,
  purpose: 'people' | 'list',
  content: string,
): Promise<string> {
  const text = `${config.EXOTEL_ACCOUNT_SID}\n${purpose}\n${content}`;
  const signed = await crypto.subtle.sign('HMAC', await keyOf(config.CALLBACK_SECRET), new TextEncoder().encode(text));
  const hex = Array.from(new Uint8Array(signed), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `k1-${hex.slice(0, HEX_CHARS)}`;
}

/** A derived key, because the secret itself signs callback addresses. */
function keyOf(secret: string): Promise<CryptoKey> {
  const known = keys.get(secret);
  if (known !== undefined) return known;
  const key = deriveKey(secret);
  keys.set(secret, key);
  return key;
}

async function deriveKey(secret: string): Promise<CryptoKey> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const encoder = new TextEncoder();
  const root = await crypto.subtle.importKey('raw', encoder.encode(secret), hmac, false, ['sign']);
  const derived = await crypto.subtle.sign('HMAC', root, encoder.encode('dialsheet fingerprints v1'));
  return crypto.subtle.importKey('raw', derived, hmac, false, ['sign']);
}
