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

const KILOBYTE = 1024;
const MEGABYTE = 1024 * 1024;

/** "912 kB", "100 MB", "5.3 MB": of 1,024 each, as the limits are set, and rounded up: what is over one never reads as if it fit. */
export function formatBytes(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} B`;
  if (bytes < MEGABYTE) return `${Math.ceil(bytes / KILOBYTE)} kB`;
  const megabytes = Math.ceil((bytes / MEGABYTE) * 10) / 10;
  return `${megabytes.toFixed(megabytes % 1 === 0 ? 0 : 1)} MB`;
}

/** "1 call", "12,480 calls". */
export function countOf(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
