import { EVENTS_PER_HANDOVER_COUNT } from '../../shared/sink-limits.ts';
import { toE164 } from '../../shared/phone/judge-number.ts';
import { newEvent, type OutgoingEvent } from '../events/outgoing-event.ts';
import { storedJson } from '../stored-json.ts';
import type { Entry } from './suppression-store.ts';

/** The import that somebody opted out of, if known. */
export interface OptedOutOf {
  readonly id: string;
  readonly name: string;
}

/** The event for an opt-out's entry. Its id follows from the entry, so that copies are recognised. */
export function optedOutEvent(entry: Entry, of: OptedOutOf | null): OutgoingEvent {
  const { id, number, channel, source, call, at } = entry;
  return newEvent(`opted-out-${id}`, 'contact.opted_out', at, {
    number: toE164(number),
    channel,
    source,
    at: new Date(at).toISOString(),
    import: of,
    callSid: call,
  });
}

/**
 * Opt-outs that the destinations still have to be told of. They are written together with the entry and deleted once
 * every destination has them on disk.
 */
export function createOptedOutStore(sql: SqlStorage) {
  return {
    migrate(): void {
      sql.exec(
        'CREATE TABLE IF NOT EXISTS untold (seq INTEGER PRIMARY KEY, number INTEGER NOT NULL, event TEXT NOT NULL) STRICT',
      );
    },
    add(number: number, event: OutgoingEvent): void {
      sql.exec('INSERT INTO untold (number, event) VALUES (?, ?)', number, JSON.stringify(event));
    },
    isEmpty: () => sql.exec('SELECT 1 FROM untold LIMIT 1').toArray().length === 0,
    forget(number: number): void {
      sql.exec('DELETE FROM untold WHERE number = ?', number);
    },
    /** After a crash in between, some are told again under the same ids. */
    async tell(tell: (events: readonly OutgoingEvent[]) => Promise<void>): Promise<void> {
      for (;;) {
        const rows = sql
          .exec('SELECT seq, event FROM untold ORDER BY seq LIMIT ?', EVENTS_PER_HANDOVER_COUNT)
          .toArray();
        if (rows.length === 0) return;
        await tell(rows.map(({ event }) => storedJson<OutgoingEvent>(event)));
        for (const { seq } of rows) sql.exec('DELETE FROM untold WHERE seq = ?', Number(seq));
      }
    },
  };
}
