/** 128 bits, base64url: nobody guesses one, and it fits a URL. */
const MAC_BYTES = 16;
/** The same in base64url. */
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

/** Signs what an address stands for. `text` begins with the purpose, so that no address passes for one of another kind. */
export async function addressMac(secret: string, text: string): Promise<string> {
  const signed = await crypto.subtle.sign('HMAC', await keyOf(secret), new TextEncoder().encode(text));
  return toBase64Url(new Uint8Array(signed).subarray(0, MAC_BYTES));
}

/** Constant time in the MAC: how much of a guess was right cannot be measured. */
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
