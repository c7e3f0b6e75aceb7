import type { CallbackKind } from './read-callback.ts';

/** 128 bits, base64url: nobody guesses one, and it fits a URL. */
const MAC_BYTES = 16;

const keys = new Map<string, Promise<CryptoKey>>();

function keyOf(secret: string): Promise<CryptoKey> {
  const known = keys.get(secret);
  if (known !== undefined) return known;
  const key = crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  keys.set(secret, key);
  return key;
}

async function macBytes(secret: string, importId: string, seq: number, kind: CallbackKind): Promise<Uint8Array> {
  const text = new TextEncoder().encode(`dialsheet callback v1\n${importId}\n${seq}\n${kind}`);
  return new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(secret), text)).subarray(0, MAC_BYTES);
}

/** The public address of one kind of callback of one campaign; whoever knows it may report on that campaign only. */
export async function callbackUrl(
  base: string,
  secret: string,
  at: { readonly importId: string; readonly seq: number; readonly kind: CallbackKind },
): Promise<string> {
  const mac = toBase64Url(await macBytes(secret, at.importId, at.seq, at.kind));
  return `${base}/callbacks/${at.importId}/${at.seq}/${mac}/${at.kind}`;
}

/** Constant time in the MAC. Checked before any object is touched, so a forged address costs nothing but this. */
export async function isCallbackMac(
  secret: string,
  at: { readonly importId: string; readonly seq: number; readonly kind: CallbackKind; readonly mac: string },
): Promise<boolean> {
  const encoder = new TextEncoder();
  const expected = encoder.encode(toBase64Url(await macBytes(secret, at.importId, at.seq, at.kind)));
  const given = encoder.encode(at.mac);
  return given.byteLength === expected.byteLength && crypto.subtle.timingSafeEqual(given, expected);
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
