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

  /** Those whom the template called lately and nothing else leaves out. */
  get already(): number {
    return this.#calledWhere(true).calledBy.length;
  }

  /** Without those called recently, where a person has decided to call them all the same. */
  listed(): FileHits {
    const nobody = { calledRecently: new Float64Array(), calledBy: new Uint32Array() };
    return new FileHits({ ...this.#whole(), ...nobody }, `${this.#key} listed`);
  }

  /** With those called recently, since a person wants new people only. */
  onlyNew(): FileHits {
    return new FileHits(this.#whole(), `${this.#key} new`);
  }

  /** Whom the team's rules leave out, whatever a person wants. */
  byRules(): FileHits {
    return new FileHits({ ...this.#whole(), ...this.#calledWhere(false) }, this.#key);
  }

  onlyAlready(): FileHits {
    const nobody = { suppressed: new Float64Array(), suppressedBy: new Uint32Array() };
    return new FileHits({ ...this.#whole(), ...nobody, ...this.#calledWhere(true) }, this.#key);
  }

  #whole(): ScreenHits {
    const { suppressed, suppressedBy, calledRecently, calledBy, reasons } = this;
    return { suppressed, suppressedBy, calledRecently, calledBy, reasons };
  }

  #calledWhere(isAlready: boolean): Pick<ScreenHits, 'calledRecently' | 'calledBy'> {
    const { calledRecently, calledBy, reasons } = this;
    const counts = reasons.map(({ detail }) => (detail === 'template') === isAlready);
    const isIn = (by: number | undefined): boolean => counts[by ?? 0] === true;
    return {
      calledRecently: calledRecently.filter((_, at) => isIn(calledBy[at])),
      calledBy: calledBy.filter(isIn),
    };
  }

  toJSON(): string {
    return this.#key;
  }
}
