/** The beginnings of the ids of all events about a sink's callbacks. */
export function eventsOfSink(sink: string): readonly string[] {
  return [`raw-${sink}-`];
}

/** The beginnings of the ids of all events about the people of one life of an import. */
export function eventsOfLife(life: string): readonly string[] {
  return [`contact-${life}-`, `attempt-${life}-`, `raw-${life}-`, `import-${life}-`];
}
