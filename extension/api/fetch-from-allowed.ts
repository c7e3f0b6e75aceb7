import { hostPattern } from './parse-worker-address.ts';

/**
 * The name of our error. If the user forbade the extension to reach a host, the browser fails as on a lost connection,
 * and its error does not say which it was.
 */
export const NOT_ALLOWED = 'NotAllowedError';

/**
 * A `fetch` that distinguishes a host that may not be reached from one that does not answer. It checks only after a
 * failure, because Chromium reaches a Worker that allows the extension even without the permission.
 */
export function fetchFromAllowed(fetcher: typeof fetch, mayReach: (pattern: string) => Promise<boolean>): typeof fetch {
  return async function fetchIfAllowed(input, init) {
    try {
      return await fetcher(input, init);
    } catch (error) {
      const isCutShort =
        error instanceof DOMException && (error.name === 'TimeoutError' || error.name === 'AbortError');
      if (isCutShort || (await mayReach(hostPattern(addressOf(input))))) throw error;
      throw new DOMException('The extension may not reach this host', NOT_ALLOWED);
    }
  };
}

function addressOf(input: RequestInfo | URL): string {
  return input instanceof Request ? input.url : String(input);
}
