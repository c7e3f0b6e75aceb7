/** How the ids begin of all events that tell of a sink's callbacks. */
export function eventsOfSink(sink: string): readonly string[] {
  return [`raw-${sink}-`];
}

/** Of all that tell of the people of one life of an import. */
export function eventsOfLife(life: string): readonly string[] {
  return [`contact-${life}-`, `attempt-${life}-`, `raw-${life}-`, `import-${life}-`];
}
