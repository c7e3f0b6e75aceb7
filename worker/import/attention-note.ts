import { attentionSentence } from '../../shared/campaign/attention-sentences.ts';
import type { AttentionFacts } from '../../shared/campaign/attention-facts.ts';
import type { Attention, Decision } from '../../shared/protocol/import.ts';

/** One thing to be known, for people and for clients. A refusal goes by its reason, everything else by its story. */
export function noteOf(facts: AttentionFacts, seq: number | null, choices: Decision[] = []): Attention {
  const code = 'code' in facts ? facts.code : facts.story;
  return { code, message: attentionSentence(facts), seq, choices, facts };
}
