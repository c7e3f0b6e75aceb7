import { err, ok, type Result } from '../../shared/result.ts';

/** Why no events are sent to an address. */
export type AddressFault = 'not_https' | 'ip_address' | 'local_name' | 'own_address' | 'credentials' | 'not_an_address';

/** Endings that public names never have, by RFC 6761, 6762, 8375 and 9476, or because ICANN reserves them. */
const NOT_PUBLIC =
  /\.(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|arpa|test|invalid|onion|alt)$/;

/**
 * Whether events may be sent to an address. A Worker cannot reach private networks, but could reach itself and any
 * public admin page: so only https on its own port, by name, and not this Worker's name. `allowLocal` is for a receiver
 * on the developer's own machine.
 */
export function checkAddress(
  text: string,
  { ownHosts, allowLocal }: { readonly ownHosts: readonly string[]; readonly allowLocal: boolean },
): Result<string, AddressFault> {
  if (!URL.canParse(text)) return err('not_an_address');
  const { protocol, hostname, port, username, password, href } = new URL(text);
  // A name with a final full stop is the same name without it.
  const name = hostname.replace(/\.+$/, '');
  if (username !== '' || password !== '') return err('credentials');
  if (ownHosts.includes(port === '' ? name : `${name}:${port}`)) return err('own_address');
  if (allowLocal && (protocol === 'http:' || protocol === 'https:')) return ok(href);
  if (protocol !== 'https:' || port !== '') return err('not_https');
  if (/^\[|^\d+(?:\.\d+){3}$/.test(name)) return err('ip_address');
  if (!name.includes('.') || NOT_PUBLIC.test(name)) return err('local_name');
  return ok(href);
}

export const ADDRESS_SENTENCES: Readonly<Record<AddressFault, string>> = {
  not_an_address: 'Enter a whole address, such as https://example.com/hooks/dialsheet.',
  not_https: 'Use https:// and its usual port.',
  ip_address: 'Use a name, not an IP address.',
  local_name: 'Use a name that the internet knows.',
  own_address: 'Choose another address: this one is the Worker itself.',
  credentials: 'Leave user and password out of the address: events are signed.',
};
