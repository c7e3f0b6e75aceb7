const CHANNEL = 'dialsheet.kept';

/** Tells every surface, including this one, that kept imports changed, so that each reads them again. */
export function createKeptNews(heard: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', () => heard());
  return () => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only.
    channel.postMessage(null);
    heard();
  };
}
