/** Several tasks on one clock: at each await it is drawn which of them continues. */
export interface TurnTaking {
  /** Waits for its turn, not before `at`. */
  readonly pass: (who: string, at: number) => Promise<void>;
  /** Starts one more. */
  readonly start: (who: string, work: () => Promise<void>) => void;
  /** Waits until all tasks have ended. */
  readonly run: () => Promise<void>;
}

interface Parked {
  readonly at: number;
  readonly go: () => void;
}

/** Far more turns than any of these tests needs; tasks that take more repeat themselves without end. */
const MOST_TURNS = 400_000;

export function takeTurns(world: {
  readonly now: () => number;
  readonly advanceTo: (at: number) => void;
  readonly chance: () => number;
}): TurnTaking {
  const parked = new Map<string, Parked>();
  let rested = (): void => undefined;
  const failures: unknown[] = [];

  function wake(who: string): Promise<void> {
    const rest = new Promise<void>((resolve) => {
      rested = resolve;
    });
    const { go } = parked.get(who) ?? { go: () => undefined };
    parked.delete(who);
    go();
    return rest;
  }

  return {
    pass: (who, at) =>
      new Promise((resolve) => {
        parked.set(who, { at, go: resolve });
        rested();
      }),
    start: (who, work) => {
      const begin = async (): Promise<void> => {
        try {
          await work();
        } catch (cause) {
          failures.push(cause);
        }
        rested();
      };
      parked.set(who, { at: world.now(), go: () => void begin() });
    },
    run: async () => {
      for (let turn = 0; parked.size > 0 && failures.length === 0; turn += 1) {
        if (turn > MOST_TURNS) throw new Error(`No end: ${[...parked.keys()].join(', ')}`);
        const ready = [...parked].filter(([, { at }]) => at <= world.now()).map(([who]) => who);
        const who = ready[world.chance() % Math.max(1, ready.length)];
        if (who !== undefined) await wake(who);
        else world.advanceTo(Math.min(...[...parked.values()].map(({ at }) => at)));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
