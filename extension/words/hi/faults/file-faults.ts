import { assertNever } from '../../../../shared/result.ts';
import type { NamedColumn } from '../../../../shared/columns/named-columns.ts';
import type { FileFault } from '../../../../shared/contacts/file-fault.ts';
import type { FileKind } from '../../../../shared/csv/file-kind.ts';
import { formatBytes, formatCount } from '../../format-number.ts';
import { FILE_KINDS } from '../steps/file.ts';

const AS_CSV = 'इसे स्प्रेडशीट में खोलें, “Save as” या “Download” में CSV चुनें और नई फ़ाइल यहाँ डालें।';
/** जहाँ स्प्रेडशीट इसे नहीं खोल सकती। */
export const ADVICE: Partial<Record<FileKind, string>> = {
  vcard: 'इसे contacts.google.com पर इंपोर्ट करें, वहाँ “Export” में “Google CSV” चुनें और नई फ़ाइल यहाँ डालें।',
  json: 'Excel में Data, Get Data, From File, From JSON चुनें, टेबल को CSV में सेव करें और नई फ़ाइल यहाँ डालें।',
  pdf: 'Excel में Data, Get Data, From File, From PDF चुनें और टेबल को CSV में सेव करें, या भेजने वाले से शीट माँगें।',
  docx: 'इसकी टेबल को स्प्रेडशीट में कॉपी करें, उसे CSV में सेव करें और नई फ़ाइल यहाँ डालें।',
  rtf: 'इसकी टेबल को स्प्रेडशीट में कॉपी करें, उसे CSV में सेव करें और नई फ़ाइल यहाँ डालें।',
  calendar: 'कैलेंडर में मीटिंग होती हैं, कॉल किए जाने वाले लोग नहीं: कॉन्टैक्ट को CSV में निकालें।',
  sql: 'जिसने इसे बनाया उससे कॉन्टैक्ट की टेबल CSV में माँगें।',
  archive: 'इसे खोलें (unpack) और इसके अंदर की फ़ाइल यहाँ डालें।',
  image: 'तस्वीर से नंबर पढ़ना सुरक्षित नहीं: भेजने वाले से शीट माँगें।',
  zip: 'इसे खोलें (unpack) और इसके अंदर की फ़ाइल यहाँ डालें।',
  gzip: 'इसे खोलें (unpack) और इसके अंदर की फ़ाइल यहाँ डालें।',
};

/** What happened to the file and what to do, in Hindi. */
export function fileFaultSentence(fault: FileFault): string {
  switch (fault.code) {
    case 'empty_file':
      return 'फ़ाइल खाली है। वह फ़ाइल चुनें जिसमें कॉन्टैक्ट हैं।';
    case 'no_rows':
      return 'फ़ाइल में शीर्षक हैं, पर पंक्तियाँ नहीं। शीर्षकों के नीचे कॉन्टैक्ट जोड़ें।';
    case 'not_a_text_file':
      return fault.looksLike === undefined
        ? `यह CSV फ़ाइल नहीं है। ${AS_CSV}`
        : `यह CSV फ़ाइल नहीं, ${FILE_KINDS[fault.looksLike]} है। ${ADVICE[fault.looksLike] ?? AS_CSV}`;
    case 'no_number_column':
      return `किसी कॉलम में फ़ोन नंबर नहीं हैं${listed(fault.headings)}। कॉलम चुनें, या उसका नाम “Mobile” रखें।`;
    case 'column_not_found':
      return typeof fault.wanted === 'number'
        ? `कॉलम ${fault.wanted} नहीं है: फ़ाइल में ${fault.headings.length} कॉलम हैं${listed(fault.headings)}। इनमें से एक चुनें।`
        : `“${fault.wanted}” नाम का कॉलम नहीं है${listed(fault.headings)}। इनमें से एक चुनें।`;
    case 'variable_not_found':
      return `टेक्स्ट में @@${fault.variable} है, पर इस नाम का कॉलम नहीं है${listed(fault.headings)}। इसकी जगह आने वाला कॉलम चुनें, या टेक्स्ट बदलें।`;
    case 'column_ambiguous':
      return `“${fault.wanted}” नाम के कई कॉलम हैं: ${places(fault.columns)}। इनमें से एक चुनें।`;
    case 'variable_ambiguous':
      return `@@${fault.variable} जैसे नाम के कई कॉलम हैं: ${places(fault.columns)}। इसके लिए इनमें से एक चुनें।`;
    case 'too_many_variables':
      return `टेक्स्ट में ${formatCount(fault.count)} वेरिएबल हैं; Exotel ज़्यादा से ज़्यादा ${formatCount(fault.limit)} भरता है। कम रखें।`;
    case 'unknown_country':
      return `“${fault.country}” देश का कोड नहीं है। दो बड़े अंग्रेज़ी अक्षर लिखें, जैसे IN।`;
    case 'file_too_large':
      return `फ़ाइल ${formatBytes(fault.limitBytes)} से बड़ी है। इसे छोटी फ़ाइलों में बाँटें।`;
    case 'too_many_rows':
      return `फ़ाइल में ${formatCount(fault.limit)} से ज़्यादा पंक्तियाँ हैं। इसे छोटी फ़ाइलों में बाँटें।`;
    case 'too_many_columns':
      return `पंक्ति ${fault.line} में ${formatCount(fault.limit)} से ज़्यादा कॉलम हैं। दाईं ओर के खाली कॉलम मिटाएँ और फिर CSV में सेव करें।`;
    case 'cell_too_long':
      return `पंक्ति ${fault.line} का एक सेल ${formatCount(fault.limitBytes)} बाइट से लंबा है। उसे छोटा करें, या उसका कॉलम मिटाएँ।`;
    case 'row_too_long':
      return `पंक्ति ${fault.line} ${formatCount(fault.limitBytes)} बाइट से लंबी है। उसे छोटा करें, या जो कॉलम नहीं चाहिए उन्हें मिटाएँ।`;
    case 'unclosed_quote':
      return `पंक्ति ${fault.line} में खुला कोट (") उसके सेल के अंत में बंद नहीं है। उसे मिटाएँ या बंद करें और फिर सेव करें।`;
    default:
      return assertNever(fault);
  }
}

/** As many as a sentence can hold and still be read: the same as in English. */
const MAX_LISTED = 12;

function listed(headings: readonly string[]): string {
  if (headings.length === 0) return '';
  const names = headings.slice(0, MAX_LISTED).map((heading) => `“${heading}”`);
  const more = headings.length - names.length;
  return ` (कॉलम ये हैं: ${names.join(', ')}${more > 0 ? ` और ${formatCount(more)} और` : ''})`;
}

function places(columns: readonly NamedColumn[]): string {
  return columns
    .slice(0, MAX_LISTED)
    .map(({ name, heading }) => `${name} (“${heading}”)`)
    .join(', ');
}
