/** The host of an address. The rest may contain a secret, and is shown only where it is edited. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}
