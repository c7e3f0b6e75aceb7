import type { AttentionFacts } from '../../../shared/campaign/attention-facts.ts';
import type { BrakeFigure } from '../../../shared/people/health-brake.ts';
import type { Attention } from '../../../shared/protocol/import.ts';
import { assertNever } from '../../../shared/result.ts';
import { formatCount } from '../format-number.ts';

const health: Readonly<Record<BrakeFigure, (percent: number, limit: number) => string>> = {
  connectRate: (percent, limit) => `सिर्फ़ ${percent} % कॉल उठाई गईं, ${limit} % से कम।`,
  dndShare: (percent, limit) => `${percent} % कॉल DND की वजह से नहीं गईं, ${limit} % से ज़्यादा।`,
  shortShare: (percent, limit) => `उठाई गई ${percent} % कॉल पाँच सेकंड से कम चलीं, ${limit} % से ज़्यादा।`,
  deliveryRate: (percent, limit) => `सिर्फ़ ${percent} % मैसेज पहुँचे, ${limit} % से कम।`,
};

/** What waits for a person, and what to do; in the Worker's English where it tells no facts. */
export function attentionText({ facts, message }: Pick<Attention, 'message' | 'facts'>): string {
  return facts === null ? message : attentionSentence(facts);
}

function attentionSentence(facts: AttentionFacts): string {
  switch (facts.story) {
    case 'held':
      return `कैंपेन बनाना रुका है: ${reason(facts)} इसे ठीक करके फिर चालू करें, या इंपोर्ट बंद करें।`;
    case 'health_brake':
      return `अपने आप रोका गया: ${health[facts.figure](facts.percent, facts.limit)} यह पिछले ${formatCount(facts.minutes)} मिनट में पूरे हुए ${formatCount(facts.calls)} का हिसाब है। फिर चालू करने से पहले लिस्ट और कॉलर आईडी देखें।`;
    case 'worker_failing':
      return `Worker इस इंपोर्ट पर ${formatCount(facts.minutes)} मिनट से लगातार ${formatCount(facts.failures)} बार फ़ेल हुआ। वह हर कुछ मिनट में फिर कोशिश करता है। उसके लॉग में "import_alarm_failed" खोजें; जिसे तब तक कॉल नहीं करनी चाहिए उसे Exotel के डैशबोर्ड में रोकें या बंद करें।`;
    case 'exotel_silent':
      return `Exotel ने ${facts.until} तक कोई रिक्वेस्ट न भेजने को कहा है: इस अकाउंट से बहुत ज़्यादा रिक्वेस्ट आईं। तब तक कुछ बनता, फिर चालू होता या गिना नहीं जाता; रोकने और बंद करने की कोशिश फिर भी होती रहती है।`;
    case 'refused':
      return facts.list === null
        ? `कैंपेन ${facts.seq} शुरू नहीं हुआ: ${reason(facts)} इसे ठीक करके दोबारा भेजें; कैंपेन Exotel पर मौजूद हो तो उसे जोड़ें; या छोड़ दें, तब उसके कॉन्टैक्ट को कॉल नहीं होगी।`
        : `कैंपेन ${facts.seq} शुरू नहीं हुआ, लिस्ट "${facts.list}": ${reason(facts)} दोबारा भेजें, या छोड़ दें, तब उसके कॉन्टैक्ट को कॉल नहीं होगी।`;
    case 'paused_elsewhere':
      return `कैंपेन ${facts.seq} Exotel पर रोका गया। फिर चालू होने तक वह किसी को कॉल नहीं करेगा: यहाँ या वहाँ फिर चालू करें।`;
    case 'maybe_twice':
      return `कैंपेन ${facts.seq} शायद Exotel पर दो बार है: उसे बनाने का जवाब खो गया, और Exotel की कैंपेन सूची पूरी नहीं पढ़ी जा सकी। वह रुका हुआ है, और सूची में दूसरा न दिखे तो अपने-आप आगे चलेगा। ऐसा ही रहे तो Exotel का डैशबोर्ड देखें, या इंपोर्ट बंद करें।`;
    case 'deleted_elsewhere':
      return facts.before
        ? `कैंपेन ${facts.seq} शुरू होने से पहले Exotel पर मिटा दिया गया: उसके किसी कॉन्टैक्ट को कॉल नहीं हुई।`
        : `कैंपेन ${facts.seq} अब Exotel पर नहीं है। उसके कॉन्टैक्ट का उतना ही पता है जितना तब तक बताया गया।`;
    case 'heard_changed':
      return `कैंपेन ${facts.seq} शुरू होने के बाद बदला गया: लोग अब वह सुनते हैं जो कैंपेन में है, वह नहीं जो इस इंपोर्ट के साथ दिखता है।`;
    case 'list_slow':
      return `लिस्ट "${facts.list}" ${formatCount(facts.minutes)} मिनट पहले Exotel को भेजी गई और अभी तैयार नहीं है। उसका कैंपेन उसका इंतज़ार कर रहा है; बाकी चल रहे हैं।`;
    case 'list_partly_taken':
      return `Exotel ने लिस्ट "${facts.list}" के ${formatCount(facts.contacts)} में से ${formatCount(facts.contacts - facts.missing)} कॉन्टैक्ट लिए और बाकी के नाम नहीं बताए: उन्हें कॉल नहीं होगी।`;
    case 'list_left':
      return `Exotel लिस्ट "${facts.list}" मिटाने नहीं देता। कोई कैंपेन उसे कॉल नहीं करता; उसे Exotel के डैशबोर्ड में मिटाएँ।`;
    case 'in_doubt_long':
      return `कैंपेन ${facts.seq}: Exotel ने ${formatCount(facts.minutes)} मिनट से नहीं बताया कि वह मौजूद है या नहीं। उसे बार-बार खोजा जा रहा है; कुछ भी दो बार नहीं भेजा जाता। ऐसा ही रहे तो Exotel का डैशबोर्ड देखें।`;
    case 'being_made':
      return `कैंपेन ${facts.seq} इस समय Exotel पर बन रहा है। बनते ही उसे रोक दिया जाएगा।`;
    case 'looked_for':
      return `कैंपेन ${facts.seq} Exotel पर हो सकता है: उसे बनाने का जवाब ${formatCount(facts.minutes)} मिनट पहले खो गया। उसे खोजा जा रहा है, और दिखते ही रोक दिया जाएगा। ${formatCount(facts.minutesLeft)} मिनट बाद वह किसी को कॉल नहीं कर सकता।`;
    case 'press_refused':
      return facts.press === 'resume'
        ? `कैंपेन ${facts.seq} फिर चालू नहीं हुआ: ${reason(facts)} दोबारा कोशिश हो रही है। ऐसा ही रहे तो Exotel का डैशबोर्ड देखें।`
        : `कैंपेन ${facts.seq} अभी नहीं रुका: ${reason(facts)} बार-बार कोशिश हो रही है। पक्का करने के लिए उसे Exotel के डैशबोर्ड में ${facts.press === 'pause' ? 'रोकें' : 'बंद करें'}।`;
    case 'waits_for_hours':
      return `कैंपेन ${facts.seq} कॉल का समय शुरू होने पर, ${facts.opens} बजे, फिर चालू होगा। तब तक वह किसी को कॉल नहीं करेगा।`;
    case 'not_moving':
      return `कैंपेन ${facts.seq} से ${formatCount(facts.minutes)} मिनट से कोई ख़बर नहीं आई। Exotel का डैशबोर्ड देखें, या इंपोर्ट बंद करें।`;
    case 'not_started':
      return `कैंपेन ${facts.seq} ${formatCount(facts.minutes)} मिनट पहले शुरू होना था। Exotel का डैशबोर्ड देखें, या इंपोर्ट बंद करें।`;
    case 'unaccounted': {
      const totals =
        facts.totals == null
          ? ''
          : ` उसके जोड़ में ${formatCount(facts.totals.dnd)} DND, ${formatCount(facts.totals.invalid)} ग़लत नंबर और ${formatCount(facts.totals.notAttempted)} बिना कोशिश के हैं, पर कौन कौन-सा है यह नहीं।`;
      return `कैंपेन ${facts.seq}: Exotel ने ${formatCount(facts.contacts)} कॉन्टैक्ट का नतीजा नहीं दिया।${totals} कौन हैं, यह देखने के लिए नतीजे डाउनलोड करें।`;
    }
    default:
      return assertNever(facts);
  }
}

/** Reasons of our own, where Exotel said nothing; what Exotel said is repeated as it said it. */
const REASONS: Readonly<Record<string, string>> = {
  launch_unproven: 'Exotel ने कोई साफ़ जवाब नहीं दिया और यह कैंपेन उसकी सूची में नहीं है।',
  adopt_not_found: 'आपकी दी हुई आईडी का कोई कैंपेन Exotel पर नहीं दिखता।',
  adopt_stranger: 'आपका बताया कैंपेन इस इंपोर्ट ने नहीं बनाया।',
  adopt_other_import: 'आपका बताया कैंपेन किसी दूसरे इंपोर्ट का है।',
  adopt_other_campaign: 'आपका बताया कैंपेन इसी इंपोर्ट का कोई और कैंपेन है।',
  list_unproven: 'Exotel ने अपलोड का कोई साफ़ जवाब नहीं दिया और ऐसी कोई लिस्ट नहीं दिखती।',
  list_failed: 'Exotel इसे पूरा नहीं पढ़ सका।',
  list_incomplete: 'इसमें सारे कॉन्टैक्ट नहीं हैं और यह अब बढ़ नहीं रही।',
  list_gone: 'Exotel अब इसे नहीं दिखाता।',
  list_changed: 'यह पहले जैसी नहीं रही।',
  list_unreadable: 'रखी हुई फ़ाइल अब वैसी नहीं पढ़ी जाती जैसी जाँच के समय थी। इस कैंपेन को छोड़ दें और फ़ाइल फिर से इंपोर्ट करें।',
};

function reason({ code, words }: { readonly code: string; readonly words: string }): string {
  const known = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  return known ?? `Exotel का जवाब: "${words}"।`;
}
