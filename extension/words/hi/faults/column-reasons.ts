import type { ColumnDoubt, ColumnReason, ColumnVerdict } from '../../../../shared/columns/column-verdict.ts';

/** यह कॉलम क्यों लिया गया: one line, in Hindi. */
export function columnReasonSentence(verdict: ColumnVerdict, headings: readonly string[]): string {
  const other = verdict.other === null ? '' : `“${headings[verdict.other] ?? ''}”`;
  return verdict.doubt === null ? REASONS[verdict.why](other) : DOUBTS[verdict.doubt](other);
}

const REASONS: Record<ColumnReason, (other: string) => string> = {
  told: () => 'आपने इसे चुना है।',
  heading: () => 'इसका शीर्षक फ़ोन नंबर बताता है।',
  only_numbers: () => 'फ़ोन नंबर सिर्फ़ इसी कॉलम में हैं।',
  most_numbers: () => 'फ़ोन नंबर सबसे ज़्यादा इसी कॉलम में हैं।',
  others_repeat: (other) => `${other} में हर पंक्ति में एक ही नंबर है: वह कॉल किए जाने वाले का नहीं।`,
  fuller: (other) => `${other} लगभग खाली है, और यह कॉलम भरा हुआ है।`,
};

const DOUBTS: Record<ColumnDoubt, (other: string) => string> = {
  heading_unknown: () => 'अंदाज़ा: इसमें नंबर हैं, पर शीर्षक नहीं बताता कि वे फ़ोन नंबर हैं। जाँच लें।',
  several_alike: (other) => `अंदाज़ा: ${other} में भी फ़ोन नंबर हैं। चुनें कि किसे कॉल करनी है।`,
  like_ids: () => 'अंदाज़ा: इसके नंबर एक-एक बढ़ते हैं, जैसे आईडी बढ़ती है। जाँच लें।',
  own_number: (other) => `अंदाज़ा: लगभग हर पंक्ति में एक ही नंबर है, यहाँ या ${other} में, जैसे आपका अपना नंबर। जाँच लें।`,
  better_unreadable: (other) => `अंदाज़ा: ${other} के किसी नंबर पर कॉल नहीं हो सकती, इसलिए यह कॉलम लिया गया। जाँच लें।`,
  like_american: () => 'अंदाज़ा: इसके नंबर अमेरिका के भी हो सकते हैं, पर कॉल +91 लगाकर होगी। अमेरिका के हों, तो उनके आगे +1 लिखें।',
  country_unclear: (other) =>
    `अंदाज़ा: ${other} हर नंबर का देश या कॉलिंग कोड लगता है। बताएँ कि वह किस कॉलम में है, या किसी में नहीं।`,
  other_table: () => 'अंदाज़ा: नीचे एक और टेबल शुरू होती है, और उसके नंबरों पर भी कॉल होगी। उसे हटाएँ, या कॉलम बताएँ।',
  lines_joined: () =>
    'अंदाज़ा: फ़ाइल एक ही लाइन है और उसमें नंबर शब्दों से जुड़े हुए हैं, यानी लाइनें आपस में जुड़ गई हैं। फ़ाइल को वैसी ही लें जैसी सेव हुई थी; curl उसे -T या --data-binary से वैसी ही भेजता है।',
  not_wanted: () => 'अंदाज़ा: शीर्षक कहता है कि ये नंबर पुराने हैं या इन पर कॉल नहीं करनी है। जाँच लें।',
  own_side: () => 'अंदाज़ा: इसका शीर्षक आपकी तरफ़ के किसी का है, कॉल किए जाने वाले का नहीं। जाँच लें।',
};
