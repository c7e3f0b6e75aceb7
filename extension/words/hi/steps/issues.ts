import type { SuggestionKind } from '../../../../shared/contacts/suggest-number.ts';
import type { IssueCode } from '../../../../shared/contacts/issue.ts';
import { countOf, formatCount } from '../../format-number.ts';
import { fileFaultSentence } from '../faults/file-faults.ts';
import type { IssueSort } from '../../../issues/thread/sort-rows.ts';
import type { Words } from '../../words.ts';

/** Short enough for a button that narrows the table. */
const kinds: Record<IssueCode, string> = {
  duplicate: 'दोहराया गया',
  blank: 'नंबर नहीं',
  above_headings: 'शीर्षकों के ऊपर',
  calling_code_unclear: 'कॉलिंग कोड साफ़ नहीं',
  value_missing: 'मान नहीं है',
  too_short: 'अंक कम',
  too_long: 'अंक ज़्यादा',
  letters: 'अक्षर मिले',
  not_a_number: 'नंबर नहीं है',
  not_in_service_range: 'ऐसा नंबर नहीं होता',
  country_unknown: 'ऐसा देश नहीं',
  excel_exponent: 'E+ वाला नंबर',
  excel_truncated: 'अंत में शून्य',
  excel_computed: 'फ़ॉर्मूले से निकला',
  several_numbers: 'कई नंबर',
  suppressed: 'कॉल नहीं करनी',
  do_not_call: 'फ़ाइल में मना है',
  total_row: 'कुल योग',
  note_row: 'सूचना',
  called_recently: 'हाल में संपर्क हुआ',
};

/** `{line}` is the row a duplicate is one of. */
const reasons: Record<IssueCode, { message: string; fix: string }> = {
  duplicate: {
    message: 'पंक्ति {line} वाला ही नंबर है।',
    fix: 'नंबर एक ही बार लिया जाएगा। यह पंक्ति भी लेनी हो तो दूसरा नंबर लिखें।',
  },
  blank: { message: 'इस पंक्ति में नंबर वाला कॉलम खाली है।', fix: 'नंबर लिखें, या इसे छोड़ दें।' },
  suppressed: {
    message: 'यह नंबर उन लोगों की सूची में है जिन्हें कॉल नहीं करनी।',
    fix: 'छोड़ दिया गया। कुछ करना नहीं है।',
  },
  do_not_call: {
    message: 'फ़ाइल में लिखा है कि इस व्यक्ति को कॉल न करें।',
    fix: 'छोड़ दिया गया। फिर भी कॉल करनी हो, तो “कॉलम” में उस कॉलम का टिक हटाएँ।',
  },
  total_row: {
    message: 'यह पंक्ति ऊपर की पंक्तियों का योग है।',
    fix: 'छोड़ दी गई। यह कोई व्यक्ति हो, तो नंबर + और देश के कोड के साथ लिखें।',
  },
  note_row: {
    message: 'यह पंक्ति सूची के बारे में सूचना है, कोई व्यक्ति नहीं।',
    fix: 'छोड़ दी गई। यह कोई व्यक्ति हो, तो फ़ाइल में इसकी जगह उनका नाम लिखें।',
  },
  called_recently: {
    message: 'इसे हाल में कॉल हुई या मैसेज गया है, या जाने वाला है।',
    fix: 'एक नंबर की सीमा से छोड़ा गया, या इसलिए कि सिर्फ़ नए लोग चाहिए।',
  },
  above_headings: {
    message: 'यह पंक्ति शीर्षकों के ऊपर है और इसमें नंबर है।',
    fix: 'इसे शीर्षकों के नीचे ले जाएँ, या छोड़ दें।',
  },
  calling_code_unclear: {
    message: 'इसके साथ लिखा देश या कॉलिंग कोड पढ़ा नहीं जा सकता।',
    fix: 'नंबर से पहले + और कॉलिंग कोड लिखें।',
  },
  value_missing: {
    message: 'टेक्स्ट में जो बोला जाता है, उसका मान इसमें नहीं है, और ऐसी पंक्तियाँ छोड़ी जाती हैं।',
    fix: 'मान भरें, या ऊपर चुनें कि उसकी जगह क्या बोला जाए।',
  },
  too_short: { message: 'नंबर में अंक कम हैं।', fix: 'छूटे हुए अंक जोड़ें।' },
  too_long: { message: 'नंबर में अंक ज़्यादा हैं।', fix: 'अतिरिक्त अंक हटाएँ।' },
  letters: { message: 'अंकों के बीच अक्षर हैं।', fix: 'सिर्फ़ नंबर रखें।' },
  not_a_number: { message: 'यह फ़ोन नंबर नहीं है।', fix: 'नंबर लिखें, या दूसरा कॉलम चुनें।' },
  not_in_service_range: {
    message: 'कोई फ़ोन नंबर ऐसे शुरू नहीं होता।',
    fix: 'उस व्यक्ति से एक-एक अंक पूछकर मिलाएँ।',
  },
  country_unknown: { message: 'यह किसी देश का कोड नहीं है।', fix: '+ के बाद के अंक ठीक करें।' },
  excel_exponent: {
    message: 'Excel ने इस नंबर को {value} बना दिया।',
    fix: 'इसके आख़िरी अंक खो गए हैं: फिर से एक्सपोर्ट करें।',
  },
  excel_truncated: {
    message: 'इसके अंत में शून्य हैं: शायद स्प्रेडशीट ने राउंड कर दिया।',
    fix: 'फिर से एक्सपोर्ट करें, या सही हो तो + और देश का कोड जोड़ें।',
  },
  excel_computed: {
    message: 'यह नंबर स्प्रेडशीट के हिसाब से निकला है।',
    fix: 'असली नंबर टेक्स्ट के रूप में फिर पेस्ट करें।',
  },
  several_numbers: { message: 'सेल में एक से ज़्यादा नंबर हैं।', fix: 'जिसे कॉल करनी है, वही रखें।' },
};

/** The line's heading in this language first, then in every other: a file may come back after the language was changed. */
const lineHeadings: readonly string[] = ['लाइन', 'Line'];
const csvHeadings: readonly [line: string, value: string, reason: string, suggestion: string] = [
  'लाइन',
  'फ़ाइल में',
  'कारण',
  'सुझाव',
];

const suggestionKinds: Record<SuggestionKind, string> = {
  around: 'आस-पास की चीज़ों के बिना नंबर',
  first_of_several: 'कई नंबरों में से पहला',
  beginning: 'कॉलिंग कोड या शुरू का शून्य ठीक किया गया',
  exponent: 'E+ वाले नंबर के अंक',
  look_alike: 'अक्षर को अंक मानकर',
  abroad: 'विदेशी नंबर, + के साथ',
  run_together: 'एक साथ लिखे दो नंबरों में से पहला',
  among_words: 'दूसरे शब्दों के बीच का नंबर',
  one_of_several: 'कई अलग-अलग नंबरों में से एक',
  two_beginnings: 'शुरुआत ठीक की गई, पर दो तरह से हो सकती थी',
};

const sorts: Record<IssueSort, string> = {
  line: 'फ़ाइल की पंक्ति',
  name: 'नाम',
  value: 'फ़ाइल में जो है',
  reason: 'कारण',
};

export const issues: Words['issues'] = {
  kinds,
  reasons,
  heading: (count) => countOf(count, 'पंक्ति छोड़ी गई है', 'पंक्तियाँ छोड़ी गई हैं'),
  none: 'हर पंक्ति में सही नंबर है।',
  correctedRows: (count) => countOf(count, 'पंक्ति ठीक की गई', 'पंक्तियाँ ठीक की गईं'),
  allMended: 'छोड़ी गई सभी पंक्तियाँ ठीक हो गई हैं।',
  reading: 'छोड़ी गई पंक्तियाँ लोड हो रही हैं…',
  unreadable: 'ब्राउज़र अब यह फ़ाइल नहीं पढ़ पा रहा। इसे फिर से चुनें।',
  notKept: 'ब्राउज़र यह बदलाव नहीं रख सका, शायद डिस्क भर गई है। थोड़ी जगह खाली करें और फिर कोशिश करें।',
  table: 'छोड़ी गई पंक्तियाँ',
  howTo: 'तीर वाली कुंजियों से चलें। नंबर ठीक करने, सुझाव लेने या पंक्ति खोलने के लिए Enter दबाएँ। रद्द करने के लिए Esc दबाएँ।',
  lineColumn: 'पंक्ति',
  nameColumn: 'नाम और पंक्ति',
  rowOf: (line) => `पंक्ति ${formatCount(line)}`,
  valueColumn: 'फ़ाइल में',
  reasonColumn: 'कारण और उपाय',
  suggestionColumn: 'सुझाव',
  loading: 'लोड हो रहा है…',
  nothing: '(खाली)',
  showAll: 'सब',
  showMended: 'ठीक की गई',
  showSuggested: 'सुझाव वाली',
  filterLabel: 'कारण के हिसाब से पंक्तियाँ दिखाएँ',
  searchLabel: 'मान या पंक्ति खोजें',
  searchNamesLabel: 'नाम, मान या पंक्ति खोजें',
  sortLabel: 'क्रम',
  sorts,
  found: (count) => `${countOf(count, 'पंक्ति', 'पंक्तियाँ')} दिख रही ${count === 1 ? 'है' : 'हैं'}`,
  noneFound: 'ऐसी कोई पंक्ति नहीं।',
  editLabel: (line) => `पंक्ति ${formatCount(line)} का नंबर`,
  edit: (line) => `पंक्ति ${formatCount(line)} ठीक करें`,
  whole: (line, name) =>
    name === '' ? `पंक्ति ${formatCount(line)} पूरी दिखाएँ` : `पूरी दिखाएँ: ${name} पंक्ति ${formatCount(line)}`,
  wholeHeading: (line, name) =>
    name === '' ? `फ़ाइल में पंक्ति ${formatCount(line)}` : `${name}, फ़ाइल में पंक्ति ${formatCount(line)}`,
  closeWhole: 'बंद करें',
  take: (number) => `${number} लें`,
  takeFor: (number, line) => `पंक्ति ${formatCount(line)} में ${number} लें`,
  accepted: 'अब ली जाएगी।',
  inPlaceOf: (line) => `इसी नंबर वाली पंक्ति ${formatCount(line)} की जगह ली जाएगी।`,
  corrected: 'पहले था',
  revert: 'वापस लें',
  revertFor: (line) => `पंक्ति ${formatCount(line)} का सुधार वापस लें`,
  rowAccepted: (line) => `पंक्ति ${formatCount(line)} अब ली जाएगी।`,
  rowRefused: (line, message) => `पंक्ति ${formatCount(line)}: ${message}`,
  takeAll: (count) => (count === 1 ? 'सुझाव मान लें' : `सभी ${formatCount(count)} पक्के सुझाव मान लें`),
  takeKind: (count) => `${formatCount(count)} मान लें`,
  takeKindFor: (count, kind) => `${formatCount(count)} मान लें: ${kind}`,
  takesShown: 'सिर्फ़ टेबल में दिख रही पंक्तियाँ गिनी और बदली जाती हैं।',
  suggestedHeading: 'सुझाव',
  unsureKind: 'किसी और का नंबर हो सकता है: पहले जाँचें।',
  suggestionKinds,
  lookingForMore: 'सुझाव खोजे जा रहे हैं…',
  undo: (count) => (count === 1 ? 'पिछला सुधार वापस लें' : `${formatCount(count)} सुधार वापस लें`),
  summary: (mended, corrected) =>
    corrected === mended
      ? `${countOf(mended, 'पंक्ति ठीक हुई और अब ली जाएगी', 'पंक्तियाँ ठीक हुईं और अब ली जाएँगी')}।`
      : `${countOf(corrected, 'पंक्ति ठीक की गई', 'पंक्तियाँ ठीक की गईं')}: ${countOf(mended, 'अब ली जाएगी', 'अब ली जाएँगी')}, ${formatCount(corrected - mended)} अभी नहीं।`,
  takeBack: (count) => `दिख रहे ${countOf(count, 'सुधार', 'सुधार')} वापस लें`,
  download: 'ये पंक्तियाँ डाउनलोड करें',
  downloadShown: (count) => `दिख रही ${countOf(count, 'पंक्ति', 'पंक्तियाँ')} डाउनलोड करें`,
  writing: 'फ़ाइल बन रही है…',
  fileName: (name) => `${name} - छोड़ी गई पंक्तियाँ.csv`,
  lineHeadings,
  csvHeadings,
  reimport: 'सुधारी हुई पंक्तियाँ अपलोड करें',
  putBackNote: (number) =>
    `पंक्तियाँ डाउनलोड करें, स्प्रेडशीट में “${number}” कॉलम ठीक करें, सेव करें और फ़ाइल अपलोड करें। “लाइन” कॉलम रहने दें: वह बताता है कि कौन सी पंक्ति कहाँ की है। बाकी कॉलम नहीं पढ़े जाते।`,
  puttingBack: 'फ़ाइल पढ़ी जा रही है…',
  merged: ({ rows, mended, stillWrong, unchanged, unknown }) =>
    [
      `${countOf(rows, 'पंक्ति पढ़ी गई', 'पंक्तियाँ पढ़ी गईं')}: ${countOf(mended, 'अब ली जाएगी', 'अब ली जाएँगी')}`,
      ...(stillWrong > 0 ? [`${formatCount(stillWrong)} अब भी नहीं`] : []),
      ...(unchanged > 0 ? [`${formatCount(unchanged)} पहले जैसी`] : []),
      ...(unknown > 0 ? [`${formatCount(unknown)} की लाइन छोड़ी गई पंक्तियों में नहीं है, या दो बार है`] : []),
    ].join(', ') + '।',
  noLineColumn:
    'इस फ़ाइल में “लाइन” कॉलम नहीं है। यहाँ से डाउनलोड की गई फ़ाइल अपलोड करें: उसका “लाइन” कॉलम बताता है कि कौन सी पंक्ति कहाँ की है।',
  numberHeadingGone: (wanted) => `इस फ़ाइल में “${wanted}” कॉलम नहीं है। शीर्षक जैसे थे, वैसे ही रहने दें।`,
  unreadableReturn: fileFaultSentence,
};
