type LogFact = string | number | boolean | null;

/**
 * Logs one event as one JSON line. Facts are only codes, ids and counts: never a called number, a name, a token or a
 * body. Of an error only class and message are logged; our own messages carry no contact data.
 */
export function logEvent(event: string, facts: Readonly<Record<string, LogFact>>, cause?: unknown): void {
  const error = cause instanceof Error ? { error: cause.name, message: cause.message.slice(0, 200) } : {};
  // oxlint-disable-next-line no-console -- the one place that writes to the platform's log
  console.log(JSON.stringify({ event, ...facts, ...error }));
}
