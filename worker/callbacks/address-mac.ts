/** 128 bits: too many to guess, and short enough for a URL. */
const MAC_BYTES = 16;
/** The length of the MAC in base64url. */
export const MAC_CHARS = 22;

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

/**
 * Signs what an address stands for. `text` begins with the purpose, so that an address for one purpose is not valid for
 * another.
 */
export async function addressMac(secret: string, text: string): Promise<string> {
  const signed = await crypto.subtle.sign('HMAC', await keyOf(secret), new TextEncoder().encode(text));
  return toBase64Url(new Uint8Array(signed).subarray(0, MAC_BYTES));
}

/** Compares in constant time, so that timing does not reveal how much of a guess was right. */
export function isSameMac(given: string, expected: string): boolean {
  const encoder = new TextEncoder();
  const [a, b] = [encoder.encode(given), encoder.encode(expected)];
  return a.byteLength === b.byteLength && crypto.subtle.timingSafeEqual(a, b);
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
