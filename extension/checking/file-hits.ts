import { ALREADY, calledWhere, isAlready, withoutChanged } from '../../shared/people/already-called.ts';
import type { ScreenHits, SkipReason } from '../../shared/people/screen-answer.ts';

/** An import that called some people of a file lately, and how many of them have another status now. */
export interface EarlierCalls {
  readonly reason: SkipReason;
  readonly people: number;
  readonly changed: number;
}

/**
 * Who in a file is not called. Settings that contain it are compared by its key, so that a million numbers need no
 * comparison.
 */
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

  /** How many are left out only because the template called them lately. */
  get already(): number {
    return this.#countWhere(isAlready);
  }

  /** How many of those have another status now. */
  get changed(): number {
    return this.#countWhere((detail) => detail === ALREADY.changed);
  }

  /** How many of those have a status that cannot be compared with the one noted then. */
  get unknown(): number {
    return this.#countWhere((detail) => detail === ALREADY.unknown);
  }

  /** Without those called recently, if a person decided to call them anyway. */
  listed(): FileHits {
    const nobody = { calledRecently: new Float64Array(), calledBy: new Uint32Array() };
    return new FileHits({ ...this.#whole(), ...nobody }, `${this.#key} listed`);
  }

  /** With those called recently, because a person wants only new people. */
  onlyNew(): FileHits {
    return new FileHits(this.#whole(), `${this.#key} new`);
  }

  /** The same, but without those whose status has changed, because they are called again. */
  newOrChanged(): FileHits {
    return new FileHits(withoutChanged(this.#whole()), `${this.#key} changed`);
  }

  /** Those left out by the team's rules, whatever a person chooses. */
  byRules(): FileHits {
    return new FileHits(
      calledWhere(this.#whole(), (detail) => !isAlready(detail)),
      this.#key,
    );
  }

  /** The imports that called those people lately, the one with the most people first. */
  earlier(): EarlierCalls[] {
    const found = new Map<string, { reason: SkipReason; people: number; changed: number }>();
    for (const by of this.calledBy) {
      const reason = this.reasons[by];
      if (reason === undefined || !isAlready(reason.detail)) continue;
      const key = JSON.stringify([reason.importName, reason.since, reason.by]);
      const calls = found.get(key) ?? { reason, people: 0, changed: 0 };
      calls.people += 1;
      if (reason.detail === ALREADY.changed) calls.changed += 1;
      found.set(key, calls);
    }
    return [...found.values()].toSorted((left, right) => right.people - left.people);
  }

  #whole(): ScreenHits {
    const { suppressed, suppressedBy, calledRecently, calledBy, reasons } = this;
    return { suppressed, suppressedBy, calledRecently, calledBy, reasons };
  }

  #countWhere(holds: (detail: string) => boolean): number {
    const counts = this.reasons.map(({ detail }) => holds(detail));
    return this.calledBy.reduce((sum, by) => sum + (counts[by] === true ? 1 : 0), 0);
  }

  toJSON(): string {
    return this.#key;
  }
}
