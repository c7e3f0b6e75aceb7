import type { EarlierLaunch } from '../../shared/protocol/import.ts';

/** Which import already called these people, from the details of a refusal; null if they do not say. */
export function readEarlierLaunch(details: unknown): EarlierLaunch | null {
  if (!isObject(details) || !isObject(details['import'])) return null;
  const { id, name, createdBy, launchedAt } = details['import'];
  const isKnown =
    typeof id === 'string' &&
    typeof name === 'string' &&
    typeof createdBy === 'string' &&
    typeof launchedAt === 'string';
  return isKnown ? { id, name, createdBy, launchedAt } : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
