/** Thrown when code that still works on an erased import touches it the next time, whatever it was about to do. */
export class ImportEnded extends Error {
  constructor() {
    super('The import was erased while it was being worked on');
    this.name = 'ImportEnded';
  }
}
