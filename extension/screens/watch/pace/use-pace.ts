import { importCalls } from '../../../api/import-calls.ts';
import { useEffect, useRef } from 'preact/hooks';
import { PACE_POLL_SECONDS, PACE_POLL_SOONEST_SECONDS } from '../../../../shared/extension-limits.ts';
import type { Pace } from '../../../../shared/protocol/contact.ts';
import type { Import } from '../../../../shared/protocol/import.ts';
import { useAnswer } from '../../../components/use-answer.ts';
import { useEvery } from '../../../components/use-every.ts';
import { standingOf } from '../../../state/import-standing.ts';
import { known } from '../../../state/loadable.ts';
import { settledOf } from '../../../state/outcome-totals.ts';

/** Calls per minute, loaded again while they change. Null until there is an answer. */
export function usePace(view: Import): Pace | null {
  const { launched, settled } = standingOf(view);
  const answer = useAnswer(`${view.id} ${launched} ${settled}`, (client) => importCalls(client, view.id).pace());
  const askedAt = useRef(Date.now());
  const underWay = useRef(false);
  underWay.current = launched && !settled;

  function again(): void {
    askedAt.current = Date.now();
    void answer.again();
  }
  const newest = useRef(again);
  newest.current = again;
  useEvery(PACE_POLL_SECONDS * 1000, () => {
    if (underWay.current) newest.current();
  });
  const done = settledOf(view.contacts);
  useEffect(() => {
    if (underWay.current && Date.now() - askedAt.current > PACE_POLL_SOONEST_SECONDS * 1000) again();
  }, [done, view.contacts.dialling]);
  return known(answer.loadable);
}
