import { MAX_RETRIES, MIN_MESSAGE_SPAN_SECONDS } from '../../../../shared/limits.ts';
import type { UpdateFault } from '../../../../shared/campaign/update-faults.ts';
import { assertNever } from '../../../../shared/result.ts';
import { formatCount } from '../../format-number.ts';

/** Why a campaign cannot be changed as asked and what to do, in Hindi. */
export function updateSentence(fault: UpdateFault): string {
  switch (fault.code) {
    case 'campaign_over':
      return 'यह कैंपेन ख़त्म हो चुका है: Exotel अब इसमें कुछ नहीं बदलता। नया बनाएँ।';
    case 'campaign_started':
      return fault.channel === 'sms'
        ? `ये मैसेज शुरू हो चुके हैं या रुके हुए हैं। Exotel अब इनमें कुछ नहीं बदलता, इसलिए ${fault.settings.join(', ')} छोड़ दें।`
        : `यह कैंपेन शुरू हो चुका है। Exotel अब सिर्फ़ इसके कॉलबैक पते बदलता है, ${fault.settings.join(', ')} नहीं।`;
    case 'belongs_to_import':
      return `यह कैंपेन इंपोर्ट ${fault.import} का है, जो इसे नाम और कॉलबैक से पहचानता है। ${fault.settings.join(', ')} जैसे हैं, वैसे ही रहने दें।`;
    case 'not_of_channel':
      return `${fault.channel === 'sms' ? 'मैसेज' : 'कॉल'} में ${fault.settings.join(', ')} नहीं होता। इसे छोड़ दें।`;
    case 'variables_not_in_list': {
      const named = (names: readonly string[]) => names.map((name) => `@@${name}`).join(', ');
      const instead = fault.known.length === 0 ? 'वेरिएबल हटा दें।' : `${named(fault.known)} का इस्तेमाल करें, या कोई नहीं।`;
      return `इस कैंपेन की लिस्ट में ${named(fault.variables)} का कॉलम नहीं है। ${instead}`;
    }
    case 'text_in_flow':
      return 'यह कैंपेन फ़्लो चलाता है, जिसके अपने शब्द हैं। फ़्लो को Exotel में बदलें, या यहाँ उसका पता बदलें।';
    case 'flow_and_text':
      return 'कैंपेन या तो फ़्लो चलाता है या टेक्स्ट पढ़ता है, दोनों नहीं। दोनों में से एक भेजें।';
    case 'menu_without_ivr':
      return 'सिर्फ़ मेन्यू (IVR) वाला टेक्स्ट दोहराया जा सकता है। “repeatMenu” छोड़ दें।';
    case 'retries_out_of_range':
      return `Exotel किसी नंबर पर 0 से ${MAX_RETRIES} बार दोबारा कोशिश करता है, कम से कम 1 मिनट के अंतर से, कम से कम एक चुने हुए नतीजे के बाद। दोबारा कोशिश की सेटिंग ठीक करें।`;
    case 'throttle_not_below_account':
      return `Exotel के लिए गति अकाउंट की हर मिनट ${formatCount(fault.callsPerMinute)} कॉल से कम होनी चाहिए। इसे घटाएँ।`;
    case 'starts_too_soon':
      return `शुरू का समय कम से कम ${formatCount(fault.minutes)} मिनट बाद का होना चाहिए। बाद का समय चुनें।`;
    case 'ends_before_start':
      return 'अंत का समय शुरू से पहले का है। बाद का अंत चुनें।';
    case 'span_too_short':
      return `मैसेज के लिए Exotel को शुरू और अंत के बीच ${MIN_MESSAGE_SPAN_SECONDS / 3_600} घंटे चाहिए। बाद का अंत चुनें।`;
    case 'outside_calling_hours':
      return `${fault.setting === 'sendAt' ? 'शुरू' : 'अंत'} का समय इस कैंपेन के कॉल के समय (${fault.window}) के बाहर है: इसमें अकाउंट, टेम्पलेट और उद्देश्य, तीनों के घंटे गिने जाते हैं। इसके अंदर का समय चुनें।`;
    case 'ends_another_day':
      return `कैंपेन रात भर चलेगा, कॉल के समय (${fault.window}) के बाहर। इसे एक ही दिन में शुरू और ख़त्म होने दें।`;
    case 'closed_day':
      return fault.rule === 'weekday'
        ? `सेटिंग के अनुसार हफ़्ते के इस दिन (${fault.date}) किसी को कॉल नहीं होती। दूसरा दिन चुनें।`
        : `${fault.date} को किसी को कॉल नहीं होती: सेटिंग में यह दिन बंद है। दूसरा दिन चुनें।`;
    default:
      return assertNever(fault);
  }
}
