type LogFact = string | number | boolean | null;

/**
 * One JSON line an event. Facts are codes, ids and counts only: never a number called, a name, a token or a body.
 * Of an error only its class and message are kept; messages of ours carry no contact data.
 */
export function logEvent(event: string, facts: Readonly<Record<string, LogFact>>, cause?: unknown): void {
  const error = cause instanceof Error ? { error: cause.name, message: cause.message.slice(0, 200) } : {};
  // oxlint-disable-next-line no-console -- the one place that writes to the platform's log
  console.log(JSON.stringify({ event, ...facts, ...error }));
}
