import type { PlanFault } from '../../../../shared/plan/plan-faults.ts';
import type { DeliveryReason } from '../../../../shared/plan/choose-delivery.ts';
import { assertNever } from '../../../../shared/result.ts';
import { formatCount } from '../../format-number.ts';

/** Why there is no timetable and what to do, in Hindi. */
export function planSentence(fault: PlanFault): string {
  switch (fault.code) {
    case 'no_contacts':
      return 'कॉल करने के लिए कोई नहीं है। देखें कौन सी पंक्तियाँ छोड़ी गईं, और क्यों।';
    case 'pace_invalid':
      return 'गति हर मिनट की कॉल की पूरी संख्या नहीं है। CALLS_PER_MINUTE या टेम्पलेट ठीक करें।';
    case 'time_zone_unknown':
      return 'यह टाइम ज़ोन पहचाना नहीं गया। TIME_ZONE में Asia/Kolkata जैसा नाम रखें।';
    case 'window_outside_account':
      return 'टेम्पलेट का कॉल का समय अकाउंट के तय समय के बाहर है। टेम्पलेट में कॉल का समय बदलें।';
    case 'window_outside_purpose':
      return `“${fault.purpose}” वाली कॉल सिर्फ़ ${fault.purposeWindow} के बीच हो सकती हैं, और बाकी तय समय इसके बाहर है। कॉल का समय या उद्देश्य बदलें।`;
    case 'no_open_day':
      return 'सेटिंग में आने वाले साल का हर दिन बंद है। कोई दिन खोलें, या बंद तारीखें हटाएँ।';
    case 'window_too_short':
      return fault.minSpanMinutes > 0
        ? `Exotel मैसेज कम से कम ${formatCount(fault.minSpanMinutes)} मिनट में भेजता है, और कॉल के ${formatCount(fault.windowMinutes)} मिनट इसके लिए कम हैं। कॉल का समय बढ़ाएँ।`
        : `कॉल ${formatCount(fault.windowMinutes)} मिनट के समय में नहीं समातीं, जिसमें से ${formatCount(fault.retryWaitMinutes)} मिनट दोबारा कोशिशों के बीच जाते हैं। दोबारा कोशिशें कम या जल्दी रखें, या कॉल का समय बढ़ाएँ।`;
    case 'inline_impossible':
      return fault.reason === 'messages'
        ? 'Exotel मैसेज सिर्फ़ लिस्ट पर भेजता है। चुनाव Dialsheet पर छोड़ें, या लिस्ट चुनें।'
        : 'वेरिएबल वाले टेक्स्ट के लिए लिस्ट चाहिए, क्योंकि Exotel मान वहीं से लेता है। चुनाव Dialsheet पर छोड़ें, या लिस्ट चुनें।';
    case 'lists_impossible':
      return 'Exotel लिस्ट में हर नंबर एक बार रखता है, और यह टेम्पलेट दोहराए गए लोगों को उतनी ही बार कॉल करता है। चुनाव Dialsheet पर छोड़ें, या वह सेटिंग बंद करें।';
    case 'too_many_campaigns':
      return `इसमें ${formatCount(fault.campaigns)} कैंपेन लगेंगे, सीमा ${formatCount(fault.maxCampaigns)} की है। गति या कॉल का समय बढ़ाएँ, या फ़ाइल छोटी करें।`;
    default:
      return assertNever(fault);
  }
}

/** Why the contacts travel as they do, in Hindi. */
export function deliverySentence(reason: DeliveryReason, { lists }: { readonly lists: number }): string {
  const count = formatCount(lists);
  const sentences: Record<DeliveryReason, string> = {
    few_contacts: 'नंबर हर कैंपेन के अंदर जाते हैं, जिन्हें Exotel तुरंत जाँचता है।',
    many_contacts: `इतने कॉन्टैक्ट पहले ${count} लिस्ट बनकर Exotel जाते हैं: कैंपेन कम और बड़े होते हैं, हर एक उतना लंबा जितना कॉल का एक दिन हो सकता है।`,
    personal_text: `टेक्स्ट में वेरिएबल हैं, इसलिए हर कैंपेन को सिर्फ़ ज़रूरी कॉलम वाली लिस्ट मिलती है (कुल ${count})।`,
    messages: `Exotel मैसेज सिर्फ़ लिस्ट पर भेजता है: ${count} लिस्ट बनेंगी।`,
    duplicates: 'दोहराए गए लोगों को दो बार कॉल जाती है; यह तभी हो सकता है जब नंबर कैंपेन के अंदर हों।',
    wished: 'जैसा आपने चुना।',
  };
  return sentences[reason];
}
