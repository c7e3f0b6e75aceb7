import type { ScreenHits } from './screen-answer.ts';

/**
 * Details of a reason for somebody the template called lately. `same`: the status is unchanged, or nobody asked.
 * `changed`: it is another now. Otherwise it cannot be compared, because it was not noted then, was under another
 * heading, or the call is still to come.
 */
export const ALREADY = { same: 'template', changed: 'changed', unknown: 'status_unknown' } as const;

const DETAILS: ReadonlySet<string> = new Set(Object.values(ALREADY));

/** Whether a reason's detail says that the template called somebody lately. */
export function isAlready(detail: string): boolean {
  return DETAILS.has(detail);
}

/**
 * Of those called recently, only people for whose reason's detail this is true; the list of people not to be called
 * stays.
 */
export function calledWhere<Hits extends Pick<ScreenHits, 'calledRecently' | 'calledBy' | 'reasons'>>(
  hits: Hits,
  holds: (detail: string) => boolean,
): Hits {
  const counts = hits.reasons.map(({ detail }) => holds(detail));
  const isIn = (by: number | undefined): boolean => counts[by ?? 0] === true;
  return {
    ...hits,
    calledRecently: hits.calledRecently.filter((_, at) => isIn(hits.calledBy[at])),
    calledBy: hits.calledBy.filter(isIn),
  };
}

/** Without people whose status has changed, because they are called again. */
export function withoutChanged<Hits extends Pick<ScreenHits, 'calledRecently' | 'calledBy' | 'reasons'>>(
  hits: Hits,
): Hits {
  return calledWhere(hits, (detail) => detail !== ALREADY.changed);
}
