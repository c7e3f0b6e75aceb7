import type { ImportState } from '../../../shared/protocol/import.ts';
import type { CampaignState } from '../../../shared/protocol/campaign-view.ts';
import type { Outcome } from '../../../shared/protocol/outcomes.ts';
import { formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

const importState: Record<ImportState, string> = {
  receiving: 'अपलोड हो रहा है',
  checked: 'शुरू करने के लिए तैयार',
  launching: 'शुरू हो रहा है',
  running: 'चल रहा है',
  paused: 'रुका हुआ',
  stopping: 'बंद हो रहा है',
  stopped: 'बंद',
  finished: 'पूरा हुआ',
  failed: 'फ़ेल',
  needs_attention: 'आपको देखना होगा',
};

const campaignState: Record<CampaignState, string> = {
  planned: 'तय है',
  pending: 'शुरू होने के इंतज़ार में',
  uploading: 'लिस्ट अपलोड हो रही हैं',
  sending: 'शुरू हो रहा है',
  in_doubt: 'Exotel पर जाँच हो रही है',
  refused: 'नामंज़ूर',
  held: 'रोका गया',
  cancelled: 'रद्द',
  created: 'समय तय है',
  in_progress: 'कॉल जा रही हैं',
  paused: 'रुका हुआ',
  completed: 'पूरा हुआ',
  failed: 'फ़ेल',
  canceled: 'बंद',
  deleted: 'मिटाया गया',
  archived: 'आर्काइव में',
  unknown: 'पता नहीं',
};

const outcome: Record<Outcome, string> = {
  completed: 'पूरी हुई',
  no_answer: 'जवाब नहीं मिला',
  busy: 'व्यस्त',
  failed: 'फ़ेल',
  dnd: 'डू नॉट डिस्टर्ब',
  invalid: 'Exotel ने नामंज़ूर किया',
  not_attempted: 'कॉल नहीं गई',
  unaccounted: 'Exotel से नतीजा नहीं मिला',
  suppressed: 'कॉल के लिए मना किया',
  dialling: 'कॉल जा रही है',
  retrying: 'दोबारा कोशिश होगी',
  queued: 'इंतज़ार में',
};

const messageOutcome: Record<Outcome, string> = {
  ...outcome,
  completed: 'भेजा गया',
  not_attempted: 'नहीं भेजा गया',
  dialling: 'भेजा जा रहा है',
};

const standing: Words['places']['standing'] = {
  finished_short: (count) => `पूरा हुआ, ${formatCount(count)} का नतीजा Exotel से नहीं मिला`,
  stopped_short: (count) => `बंद, ${formatCount(count)} का नतीजा Exotel से नहीं मिला`,
  settling: (count) => `बंद, ${formatCount(count)} का हिसाब अभी हो रहा है`,
};

const approval: Words['places']['approval'] = { asked: 'मंज़ूरी माँगी गई', sent_back: 'लौटाया गया', approved: 'मंज़ूर' };

/** One word for each place something can be in: the same on every screen. */
export const places: Words['places'] = {
  importState,
  campaignState,
  standing,
  approval,
  sending: 'भेजे जा रहे हैं',
  outcome,
  messageOutcome,
};
