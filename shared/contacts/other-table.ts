/** Headings found again amid the rows. */
export interface OtherTable {
  readonly line: number;
  readonly headings: readonly string[];
}
