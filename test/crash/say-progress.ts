/** A whole storm says how far it is; a slice of it is over before anybody asks. */
const SAY_FROM = 2_500;

/** Says, with the seconds since it began, what a long proof is doing; the first line tells how to run the very same again. */
export function createSayer(name: string, { size, seed }: { readonly size: number; readonly seed: number }) {
  const begun = Date.now();
  const say = (what: string): void => {
    if (size >= SAY_FROM) console.log(`${name}, ${((Date.now() - begun) / 1000).toFixed(0)} s: ${what}`);
  };
  say(`CRASH_SEED=${seed} STORM_CALLBACKS=${size} runs this one again`);
  return { say, sent: (count: number) => count % SAY_FROM === 0 && say(`sent ${count}`) };
}
