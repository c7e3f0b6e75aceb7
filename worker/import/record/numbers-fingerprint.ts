const LANES = 4;

/**
 * A fingerprint of a set of numbers that does not depend on their order: each number is mixed into four 32-bit lanes,
 * and the lanes are added up. It does not resist an attacker; it only notices that the same people are about to be
 * called again.
 */
export function createNumbersFingerprint(begun: readonly number[] = []): {
  add(number: number): void;
  /** The sums so far, to continue from later. */
  sums(): number[];
  toHex(): string;
} {
  const sums = new Uint32Array(LANES);
  sums.set(begun.slice(0, LANES));

  return {
    add(number) {
      const low = number % 0x1_0000_0000;
      const high = Math.floor(number / 0x1_0000_0000);
      for (let lane = 0; lane < LANES; lane += 1) {
        let hash = Math.imul(low ^ Math.imul(lane + 1, 0x9e37_79b9), 0x85eb_ca6b) ^ Math.imul(high + lane, 0xc2b2_ae35);
        hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
        hash = Math.imul(hash ^ (hash >>> 12), 0x297a_2d39);
        sums[lane] = (sums[lane] ?? 0) + ((hash ^ (hash >>> 15)) >>> 0);
      }
    },
    sums: () => [...sums],
    toHex: () => Array.from(sums, (sum) => sum.toString(16).padStart(8, '0')).join(''),
  };
}
