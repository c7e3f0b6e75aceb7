import type { CallbackKind } from './read-callback.ts';

/** 128 bits, base64url: nobody guesses one, and it fits a URL. */
const MAC_BYTES = 16;
/** The same in base64url. */
const MAC_CHARS = 22;

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

/** Which kind of callbacks, of which campaign, of which life of an import. */
interface CallbackPlace {
  readonly importId: string;
  readonly incarnation: string;
  readonly seq: number;
  readonly kind: CallbackKind;
}

async function macOf(secret: string, { importId, incarnation, seq, kind }: CallbackPlace): Promise<string> {
  // The first version, of imports that had no incarnation: Exotel goes on sending to addresses it was given then.
  const life = incarnation === '' ? `v1\n${importId}` : `v2\n${importId}\n${incarnation}`;
  const text = new TextEncoder().encode(`dialsheet callback ${life}\n${seq}\n${kind}`);
  const signed = await crypto.subtle.sign('HMAC', await keyOf(secret), text);
  return toBase64Url(new Uint8Array(signed).subarray(0, MAC_BYTES));
}

/**
 * The public address of one kind of callback of one campaign; whoever knows it may report on that campaign only. The
 * incarnation stands before the MAC, so that an address is judged without asking anybody.
 */
export async function callbackUrl(base: string, secret: string, at: CallbackPlace): Promise<string> {
  const { importId, incarnation, seq, kind } = at;
  return `${base}/callbacks/${importId}/${seq}/${incarnation}${await macOf(secret, at)}/${kind}`;
}

/**
 * The incarnation an address speaks of; null where its MAC is not ours. Constant time in the MAC, and checked before any
 * object is touched, so a forged address costs nothing but this.
 */
export async function readCallbackMac(
  secret: string,
  { mac, ...at }: Omit<CallbackPlace, 'incarnation'> & { readonly mac: string },
): Promise<string | null> {
  const incarnation = mac.slice(0, -MAC_CHARS);
  if (!/^[a-z0-9]{0,20}$/.test(incarnation)) return null;
  const encoder = new TextEncoder();
  const expected = encoder.encode(await macOf(secret, { ...at, incarnation }));
  const given = encoder.encode(mac.slice(-MAC_CHARS));
  const isOurs = given.byteLength === expected.byteLength && crypto.subtle.timingSafeEqual(given, expected);
  return isOurs ? incarnation : null;
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
