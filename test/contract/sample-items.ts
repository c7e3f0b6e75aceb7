import { readAnswer } from '../../worker/exotel/answer.ts';
import type { AnswerItem } from '../../worker/exotel/answer.ts';
import { sampleText } from './exotel-samples.ts';

/** What our reader of answers makes of a sample: its resources. */
export function itemsOf(file: string): readonly AnswerItem[] {
  const answer = readAnswer(200, sampleText(file), { retryAfterMs: null, remaining: null, resetMs: null });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.items;
}
