/** One line of the table `npm run bench` ends with. */
export interface BenchRow {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean;
}
