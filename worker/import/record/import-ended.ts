/** Thrown at whoever still works on an import that was erased: at its next look at it, whatever it meant to do. */
export class ImportEnded extends Error {
  constructor() {
    super('The import was erased while it was being worked on');
    this.name = 'ImportEnded';
  }
}
