import { addressMac, isSameMac } from './address-mac.ts';

function macOf(secret: string, accountSid: string): Promise<string> {
  return addressMac(secret, `dialsheet passthru v1\n${accountSid}`);
}

/** The team's one address for Passthru applets. It never changes, so it can be pasted into flows. */
export async function passthruUrl(base: string, secret: string, accountSid: string): Promise<string> {
  return `${base}/passthru/${await macOf(secret, accountSid)}`;
}

export async function isPassthruMac(secret: string, accountSid: string, mac: string): Promise<boolean> {
  return isSameMac(mac, await macOf(secret, accountSid));
}
