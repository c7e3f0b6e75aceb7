/** Whether all, none or some of a set of digit strings match. */
export type Outlook = 'all' | 'none' | 'some';

/** Beyond this many states an expression is too complex to be worth it; India's takes about 400. */
const MAX_STATES = 20_000;
const ZERO = 0x30;

type Expression =
  | { readonly kind: 'digit'; readonly mask: number }
  | { readonly kind: 'sequence'; readonly first: number; readonly rest: number }
  | { readonly kind: 'any' | 'both'; readonly parts: readonly number[] };

/**
 * Finite languages of digit strings, walked digit by digit. They answer what a RegExp cannot: can this still become a
 * number, and do the remaining digits matter? Each state is an expression, stored once; the state after a digit is its
 * Brzozowski derivative. Throws RangeError beyond MAX_STATES.
 */
export class DigitLanguages {
  /** Accepts no string. */
  readonly nothing = 0;
  /** Accepts the empty string only. */
  readonly end = 1;
  readonly #expressions: (Expression | undefined)[] = [undefined, undefined];
  readonly #acceptsEnd: boolean[] = [false, true];
  readonly #known = new Map<string, number>();
  readonly #next: (number | undefined)[] = [];
  readonly #outlooks = new Map<number, Outlook>();

  /** One digit; bit d of the mask allows digit d. */
  digit(mask: number): number {
    return mask === 0 ? this.nothing : this.#keep(`d${mask}`, false, { kind: 'digit', mask });
  }

  sequence(first: number, rest: number): number {
    if (first === this.nothing || rest === this.nothing) return this.nothing;
    if (first === this.end) return rest;
    if (rest === this.end) return first;
    const expression = this.#expressions[first];
    if (expression?.kind === 'sequence') {
      return this.sequence(expression.first, this.sequence(expression.rest, rest));
    }
    return this.#keep(`${first}.${rest}`, this.accepts(first) && this.accepts(rest), { kind: 'sequence', first, rest });
  }

  any(alternatives: Iterable<number>): number {
    const parts = this.#flat('any', alternatives, this.nothing);
    if (parts.length < 2) return parts[0] ?? this.nothing;
    return this.#keep(
      parts.join('|'),
      parts.some((part) => this.accepts(part)),
      { kind: 'any', parts },
    );
  }

  both(left: number, right: number): number {
    if (left === this.nothing || right === this.nothing) return this.nothing;
    const parts = this.#flat('both', [left, right], -1);
    if (parts.length < 2) return left;
    return this.#keep(
      parts.join('&'),
      parts.every((part) => this.accepts(part)),
      { kind: 'both', parts },
    );
  }

  /** Whether the string that led here belongs to the language. */
  accepts(state: number): boolean {
    return this.#acceptsEnd[state] === true;
  }

  next(state: number, digit: number): number {
    const key = state * 10 + digit;
    return (this.#next[key] ??= this.#derive(state, digit));
  }

  after(state: number, digits: string): number {
    let at = state;
    for (let i = 0; i < digits.length && at !== this.nothing; i++) at = this.next(at, digits.charCodeAt(i) - ZERO);
    return at;
  }

  /** Of all strings of `length` digits, how many lead from here to a string of the language. */
  outlook(state: number, length: number): Outlook {
    if (state === this.nothing) return 'none';
    if (length === 0) return this.accepts(state) ? 'all' : 'none';
    const key = state * 32 + length;
    const known = this.#outlooks.get(key);
    if (known !== undefined) return known;
    let found = this.outlook(this.next(state, 0), length - 1);
    for (let digit = 1; digit < 10 && found !== 'some'; digit++) {
      if (this.outlook(this.next(state, digit), length - 1) !== found) found = 'some';
    }
    this.#outlooks.set(key, found);
    return found;
  }

  #derive(state: number, digit: number): number {
    const expression = this.#expressions[state];
    if (expression === undefined) return this.nothing;
    if (expression.kind === 'digit') return (expression.mask >> digit) & 1 ? this.end : this.nothing;
    if (expression.kind === 'sequence') {
      const within = this.sequence(this.next(expression.first, digit), expression.rest);
      return this.accepts(expression.first) ? this.any([within, this.next(expression.rest, digit)]) : within;
    }
    const parts = expression.parts.map((part) => this.next(part, digit));
    return expression.kind === 'any' ? this.any(parts) : parts.reduce((left, right) => this.both(left, right));
  }

  #flat(kind: 'any' | 'both', parts: Iterable<number>, neutral: number): number[] {
    const flat = new Set<number>();
    for (const part of parts) {
      const expression = this.#expressions[part];
      if (expression?.kind === kind) for (const inner of expression.parts) flat.add(inner);
      else if (part !== neutral) flat.add(part);
    }
    return [...flat].sort((left, right) => left - right);
  }

  #keep(key: string, acceptsEnd: boolean, expression: Expression): number {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const state = this.#expressions.length;
    if (state >= MAX_STATES) throw new RangeError('Too many states');
    this.#expressions.push(expression);
    this.#acceptsEnd.push(acceptsEnd);
    this.#known.set(key, state);
    return state;
  }
}
