import type { ScreenHits } from './screen-answer.ts';

/**
 * Details of a reason: the template called lately, and what the status column says is as it was then, or nobody asked; is
 * another now; cannot be compared, as it was not noted then, under this heading, or the call is still to come.
 */
export const ALREADY = { same: 'template', changed: 'changed', unknown: 'status_unknown' } as const;

const DETAILS: ReadonlySet<string> = new Set(Object.values(ALREADY));

/** Whether somebody is left out because the template called lately, by the detail of the reason. */
export function isAlready(detail: string): boolean {
  return DETAILS.has(detail);
}

/** Only those called recently of whose reason's detail this holds; the list of people not to be called stays. */
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

/** Whoever has another status now is called again. */
export function withoutChanged<Hits extends Pick<ScreenHits, 'calledRecently' | 'calledBy' | 'reasons'>>(
  hits: Hits,
): Hits {
  return calledWhere(hits, (detail) => detail !== ALREADY.changed);
}
