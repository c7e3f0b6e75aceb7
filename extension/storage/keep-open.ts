/**
 * Opens something at its first use and keeps it open. If opening failed, or the browser closed it (`ended`), it is
 * opened again at the next use: after a crash Firefox may refuse its storage for a moment, and a background must go on.
 */
export function keepOpen<T>(open: (ended: () => void) => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  return () => {
    if (opened !== null) return opened;
    const forget = () => {
      if (opened === opening) opened = null;
    };
    const opening = open(forget);
    opened = opening;
    opening.catch(forget);
    return opening;
  };
}
