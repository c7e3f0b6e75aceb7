import { addressMac, isSameMac, MAC_CHARS } from './address-mac.ts';
import type { CallbackKind } from './read-callback.ts';

/** Which kind of callbacks, of which campaign, of which life of an import. */
interface CallbackPlace {
  readonly importId: string;
  readonly incarnation: string;
  readonly seq: number;
  readonly kind: CallbackKind;
}

function macOf(secret: string, { importId, incarnation, seq, kind }: CallbackPlace): Promise<string> {
  // `v1` is for imports of the first version, which had no incarnation: Exotel goes on sending to their addresses.
  const life = incarnation === '' ? `v1\n${importId}` : `v2\n${importId}\n${incarnation}`;
  return addressMac(secret, `dialsheet callback ${life}\n${seq}\n${kind}`);
}

/**
 * The public address of one kind of callback of one campaign. Somebody who knows it can report on that campaign only.
 * The incarnation stands before the MAC, so that the address can be checked without asking any object.
 */
export async function callbackUrl(base: string, secret: string, at: CallbackPlace): Promise<string> {
  const { importId, incarnation, seq, kind } = at;
  return `${base}/callbacks/${importId}/${seq}/${incarnation}${await macOf(secret, at)}/${kind}`;
}

/**
 * The incarnation that an address names; null where its MAC is not ours. It compares in constant time and is checked
 * before any object is touched, so a forged address costs nothing more.
 */
export async function readCallbackMac(
  secret: string,
  { mac, ...at }: Omit<CallbackPlace, 'incarnation'> & { readonly mac: string },
): Promise<string | null> {
  const incarnation = mac.slice(0, -MAC_CHARS);
  if (!/^[a-z0-9]{0,20}$/.test(incarnation)) return null;
  return isSameMac(mac.slice(-MAC_CHARS), await macOf(secret, { ...at, incarnation })) ? incarnation : null;
}
