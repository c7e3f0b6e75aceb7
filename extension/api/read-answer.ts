import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Answer, AnswerName } from './answers.ts';
import type { ApiFault } from './api-fault.ts';

/** Parses an answer. The schemas are a chunk of their own, so that the first paint does not wait for them. */
export async function readAnswer<Name extends AnswerName>(
  name: Name,
  body: unknown,
): Promise<Result<Answer<Name>, ApiFault>> {
  // The chunk cannot be loaded while the page is being left, or after the extension was updated under an open page.
  const schemas = await import('./answers.ts').catch(() => null);
  const parsed = schemas?.parseAnswer(name, body) ?? null;
  return parsed === null ? err({ code: 'unreadable_answer' }) : ok(parsed);
}
