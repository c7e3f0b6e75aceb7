/** Where an address leads. The rest of it may hold a secret, and is shown only where it is edited. */
export function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address;
}
