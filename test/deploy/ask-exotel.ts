import { askTerminal } from './ask-terminal.ts';
import { answerFault, baseUrlOf, questionsLeft, type Question } from './deploy-answers.ts';
import { proofSentence, proveExotel } from './exotel-proof.ts';
import { say } from './say.ts';
import { Stop } from './stop.ts';

const { env } = process;
const TRIES = 3;

/**
 * Answers from the environment come first, then from the person. Without a person, missing answers are named before
 * anything has happened.
 */
async function exotelAnswers(stored: ReadonlySet<string>): Promise<Record<string, string> | null> {
  const left = questionsLeft(env, stored);
  if (left.length === 0 && ['EXOTEL_API_KEY', 'EXOTEL_API_TOKEN'].every((name) => (env[name] ?? '') === ''))
    return null;
  if (left.length > 0 && !process.stdin.isTTY)
    throw new Stop(
      `Missing: ${left.map(({ name }) => name).join(', ')}. Set them in the environment, or run this in a terminal.`,
    );
  const answers: Record<string, string> = {};
  for (const question of left) answers[question.name] = await askAgain(question);
  return {
    EXOTEL_BASE_URL: env['EXOTEL_BASE_URL'] ?? '',
    EXOTEL_ACCOUNT_SID: env['EXOTEL_ACCOUNT_SID'] ?? '',
    EXOTEL_API_KEY: env['EXOTEL_API_KEY'] ?? '',
    EXOTEL_API_TOKEN: env['EXOTEL_API_TOKEN'] ?? '',
    ...answers,
  };
}

/** An answer that cannot be right is asked for again at once, not after all others were typed. */
async function askAgain(question: Question): Promise<string> {
  for (let left = TRIES; left > 0; left -= 1) {
    const answer = await askTerminal(question);
    const fault = answerFault(question.name, answer);
    if (fault === null) return answer;
    say('✗', fault);
  }
  throw new Stop(`${question.name} is needed. Nothing was changed.`);
}

/** The answers as secrets and settings, proven by one reading at Exotel; null where those stored are kept. */
export async function provenExotel(
  stored: ReadonlySet<string>,
): Promise<{ secrets: Record<string, string>; baseUrl: string } | null> {
  const answers = await exotelAnswers(stored);
  if (answers === null) return null;
  const baseUrl = baseUrlOf(answers['EXOTEL_BASE_URL'] ?? '');
  if (baseUrl === null) throw new Stop('The region is singapore or mumbai. Nothing was changed.');
  const { EXOTEL_ACCOUNT_SID = '', EXOTEL_API_KEY = '', EXOTEL_API_TOKEN = '' } = answers;
  const exotel = { baseUrl, accountSid: EXOTEL_ACCOUNT_SID, apiKey: EXOTEL_API_KEY, apiToken: EXOTEL_API_TOKEN };
  const proof = await proveExotel(exotel, fetch);
  const sentence = proofSentence(proof, exotel);
  if (!proof.ok) throw new Stop(`${sentence} Nothing was changed.`);
  say('✓', sentence);
  return { secrets: { EXOTEL_ACCOUNT_SID, EXOTEL_API_KEY, EXOTEL_API_TOKEN }, baseUrl };
}
