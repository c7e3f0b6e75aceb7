import { hostPattern } from './parse-worker-address.ts';

/** A browser that was told not to let the extension reach a host fails as a dead line does: nothing in the error says which. */
export const NOT_ALLOWED = 'NotAllowedError';

/**
 * `fetch`, which tells a host that may not be reached from one that does not answer. Asked only after a failure: in
 * Chromium a Worker that lets the extension in is reached without the permission.
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
