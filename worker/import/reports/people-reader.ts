import { createContactCheck, type CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import {
  MAX_EVENT_CELL_CHARS,
  MAX_EVENT_ROW_CHARS,
  MAX_PEOPLE_PAGE_BYTES,
  PEOPLE_PER_PAGE_COUNT,
} from '../../../shared/sink-limits.ts';
import { readParts } from '../record/stored-file.ts';
import type { ImportStore } from '../record/import-store.ts';

/** One accepted contact's row of the file, with very long cells cut. */
export interface Person {
  readonly line: number;
  readonly cells: readonly string[];
}

/** As much of a row as an event may carry: each cell up to its limit, and all together up to theirs. */
export function cutRow(cells: readonly string[]): string[] {
  let left = MAX_EVENT_ROW_CHARS;
  return cells.map((cell) => {
    const cut = cell.slice(0, Math.min(MAX_EVENT_CELL_CHARS, left));
    left -= cut.length;
    return cut;
  });
}

/**
 * Reads accepted rows of the file by their place among accepted rows. Asked in order it reads the file once; asked for
 * an earlier place it starts again. One part of the file is in memory at a time.
 */
export function createPeopleReader(store: ImportStore, settings: CheckSettings) {
  let reading = begin();

  function begin() {
    const people: Person[] = [];
    const check = createContactCheck(
      { ...settings, text: null },
      { accepted: (_number, line, row) => people.push({ line, cells: row.cells() }), issue: () => {} },
    );
    return { people, check, parts: readParts(store)[Symbol.iterator](), first: 0, isOver: false };
  }

  function readOn(): void {
    const part = reading.parts.next();
    if (part.done !== true) {
      reading.check.push(part.value);
      return;
    }
    reading.check.finish();
    reading.isOver = true;
  }

  return {
    /** Rows from a place on, as many as one page holds but at most `most`; none past the end. */
    page(from: number, most: number): Person[] {
      if (from < reading.first) reading = begin();
      const wanted = Math.min(most, PEOPLE_PER_PAGE_COUNT);
      while (!reading.isOver && reading.first + reading.people.length < from + wanted) {
        readOn();
        const passed = Math.min(from - reading.first, reading.people.length);
        reading.people.splice(0, passed);
        reading.first += passed;
      }
      const page: Person[] = [];
      let bytes = 0;
      for (const { line, cells } of reading.people.slice(from - reading.first, from - reading.first + wanted)) {
        const cut = cutRow(cells);
        bytes += 3 * cut.reduce((sum, cell) => sum + cell.length, 0);
        if (page.length > 0 && bytes > MAX_PEOPLE_PAGE_BYTES) break;
        page.push({ line, cells: cut });
      }
      return page;
    },
  };
}
