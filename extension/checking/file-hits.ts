import type { ScreenHits } from '../../shared/people/screen-answer.ts';

/** Who in a file is not called. Among settings it stands by its key: a million numbers are compared with nothing. */
export class FileHits implements ScreenHits {
  readonly suppressed: Float64Array;
  readonly suppressedBy: Uint32Array;
  readonly calledRecently: Float64Array;
  readonly calledBy: Uint32Array;
  readonly reasons: ScreenHits['reasons'];
  readonly #key: string;

  constructor(hits: ScreenHits, key: string) {
    this.suppressed = hits.suppressed;
    this.suppressedBy = hits.suppressedBy;
    this.calledRecently = hits.calledRecently;
    this.calledBy = hits.calledBy;
    this.reasons = hits.reasons;
    this.#key = key;
  }

  get people(): number {
    return this.suppressed.length + this.calledRecently.length;
  }

  /** Without those called recently: a person may decide to call them all the same, once the Worker has the file. */
  listed(): FileHits {
    const { suppressed, suppressedBy, reasons } = this;
    const nobody = { calledRecently: new Float64Array(), calledBy: new Uint32Array() };
    return new FileHits({ suppressed, suppressedBy, reasons, ...nobody }, this.#key);
  }

  toJSON(): string {
    return this.#key;
  }
}
