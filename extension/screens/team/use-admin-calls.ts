import { err } from '../../../shared/result.ts';
import { useMemo } from 'preact/hooks';
import { createAdminCalls } from '../../api/admin-calls.ts';
import type { Answered } from '../../api/worker-client.ts';
import { useApp } from '../../components/app-context.ts';
import { useAnswer } from '../../components/use-answer.ts';
import type { Answering } from '../../components/use-answer.ts';

type AdminCalls = ReturnType<typeof createAdminCalls>;

/** Null if no Worker is in use. */
export function useAdminCalls(): AdminCalls | null {
  const call = useApp().connection.call.value;
  return useMemo(() => (call === null ? null : createAdminCalls(call)), [call]);
}

/** Loaded again whenever `question` changes. */
export function useAdminAnswer<T>(question: string, ask: (calls: AdminCalls) => Answered<T>): Answering<T> {
  const calls = useAdminCalls();
  return useAnswer(question, async () => (calls === null ? err({ code: 'unreachable' }) : ask(calls)));
}
