/** What happens in virtual time without a request. */
export type Engine = {
  readonly nextAt: () => number | null;
  /** Does what is due by `until`, at most `budget` steps. Answers the instant that it reached. */
  readonly advance: (until: number, budget: number) => number;
  readonly isBusy: () => boolean;
};

/** Runs two independent engines on one clock; the second never runs ahead of the first. */
export function joinEngines(first: Engine, second: Engine): Engine {
  return {
    nextAt: () => {
      const instants = [first.nextAt(), second.nextAt()].filter((at) => at !== null);
      return instants.length === 0 ? null : Math.min(...instants);
    },
    advance: (until, budget) => second.advance(first.advance(until, budget), budget),
    isBusy: () => first.isBusy() || second.isBusy(),
  };
}
