const counts = new Intl.NumberFormat('en-IN');

/** 1248000 -> "12,48,000": grouped as India reads it; equal to the usual grouping below one lakh. */
export function formatCount(count: number): string {
  return counts.format(count);
}

/** Rounded down, so that "100%" is said only when everything is done. */
export function formatPercent(part: number, whole: number): string {
  if (whole <= 0) return '0%';
  return `${Math.floor((part / whole) * 100)}%`;
}

/** Decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "1 call", "12,480 calls". */
export function countOf(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
