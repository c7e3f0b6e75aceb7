/** What happens by itself in virtual time. */
export type Engine = {
  readonly nextAt: () => number | null;
  /** Does what is due by `until`, at most `budget` things; answers how far it came. */
  readonly advance: (until: number, budget: number) => number;
  readonly isBusy: () => boolean;
};

/** Two engines that know nothing of each other on one clock; the second never runs ahead of the first. */
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
