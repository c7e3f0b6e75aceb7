import { LINE_ANSWERED_MS, LINE_QUIET_MS } from '../../shared/limits.ts';

interface LineDeps {
  /** Answers null if the import accepts no line. */
  readonly open: () => Promise<WebSocket | null>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/**
 * A socket to the import, for totals while somebody watches: a message is billed as a twentieth of a call, and the
 * import can sleep between two messages (https://developers.cloudflare.com/durable-objects/platform/pricing/). A
 * message has no answer, so from time to time the totals are sent by a call, which has one.
 */
export function createTotalsLine({ open, now, sleep }: LineDeps) {
  let line: WebSocket | null = null;
  let isOpening = false;
  let saidAt = Number.NEGATIVE_INFINITY;
  let answeredAt = Number.NEGATIVE_INFINITY;

  function hangUp(): void {
    const last = line;
    line = null;
    // oxlint-disable-next-line unicorn/no-useless-undefined -- a reason is no part of it
    last?.close(1000);
  }

  function lost(socket: WebSocket): void {
    if (line === socket) line = null;
  }

  /** Closes the line when it is no longer used, because an open line keeps the campaign awake. */
  async function holdWhileUsed(socket: WebSocket): Promise<void> {
    for (let rest = LINE_QUIET_MS; rest > 0; rest = saidAt + LINE_QUIET_MS - now()) {
      await sleep(rest);
      if (line !== socket) return;
    }
    hangUp();
  }

  return {
    /** False if the line does not reach the import; then a call must be used. */
    say(text: string): boolean {
      if (line === null || now() - answeredAt >= LINE_ANSWERED_MS) return false;
      try {
        line.send(text);
      } catch {
        line = null;
        return false;
      }
      saidAt = now();
      return true;
    },
    /** The import answered a call. Resolves when the line that this opened, if any, is closed again. */
    async answered(isWatched: boolean): Promise<void> {
      const isSoonAgain = now() - answeredAt < LINE_QUIET_MS;
      answeredAt = now();
      if (!isWatched) return hangUp();
      if (line !== null || isOpening || !isSoonAgain) return;
      isOpening = true;
      const socket = await open().finally(() => {
        isOpening = false;
      });
      if (socket === null) return;
      line = socket;
      saidAt = now();
      socket.addEventListener('close', () => lost(socket));
      socket.addEventListener('error', () => lost(socket));
      await holdWhileUsed(socket);
    },
    hangUp,
  };
}
