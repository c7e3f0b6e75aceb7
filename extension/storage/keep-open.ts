/**
 * Opens at the first use, once for all. What failed to open, or was closed by the browser (`ended`), is opened anew at the
 * next use: Firefox may refuse its storage for a moment when it comes back from a crash, and a background lives on.
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
