import type { FileKind } from '../../../../shared/csv/file-kind.ts';
import { formatBytes, formatCount } from '../../format-number.ts';
import { ADVICE } from '../faults/file-faults.ts';
import type { Words } from '../../words.ts';

/** What a file is instead of CSV, as said in "यह … है". */
export const FILE_KINDS: Record<FileKind, string> = {
  xlsx: 'Excel वर्कबुक',
  xls: 'पुरानी Excel वर्कबुक',
  ods: 'OpenDocument स्प्रेडशीट',
  numbers: 'Numbers स्प्रेडशीट',
  docx: 'Word दस्तावेज़',
  pdf: 'PDF',
  image: 'तस्वीर',
  zip: 'ZIP आर्काइव',
  gzip: 'gzip आर्काइव',
  html: 'वेब पेज',
  json: 'JSON फ़ाइल',
  xml: 'XML फ़ाइल',
  vcard: 'कॉन्टैक्ट कार्ड (vCard)',
  rtf: 'RTF दस्तावेज़',
  sylk: 'पुरानी स्प्रेडशीट (SYLK)',
  dif: 'पुरानी स्प्रेडशीट (DIF)',
  calendar: 'कैलेंडर',
  sql: 'डेटाबेस की प्रति (SQL)',
  archive: 'पैक किया आर्काइव',
};

export const file: Words['file'] = {
  title: 'नई लिस्ट को कॉल करें',
  again: 'कौन सी फ़ाइल?',
  chooseTemplate: 'टेम्पलेट चुनें',
  newTemplate: 'नया टेम्पलेट',
  noTemplates: 'पहले टेम्पलेट बनाएँ: कॉलर आईडी और मैसेज उसी में होते हैं।',
  makeTemplate: 'टेम्पलेट बनाएँ',
  drop: 'कॉन्टैक्ट फ़ाइल यहाँ डालें',
  dropNow: 'फ़ाइल यहाँ छोड़ें',
  choose: 'फ़ाइल चुनें',
  inTab: 'टैब में खुलता है, क्योंकि फ़ाइल चुनते समय ब्राउज़र यह विंडो बंद कर देता है।',
  pasteRows: 'पंक्तियाँ पेस्ट करें',
  pasteLabel: 'स्प्रेडशीट से कॉपी की हुई पंक्तियाँ',
  pasteHint: 'पंक्तियाँ उनके शीर्षकों के साथ कॉपी करें और यहाँ Ctrl+V दबाएँ।',
  pasteUse: 'ये पंक्तियाँ इस्तेमाल करें',
  pasteNothing: 'पहले पंक्तियाँ पेस्ट करें।',
  pastedName: 'पेस्ट की हुई पंक्तियाँ',
  limits: (bytes, rows) =>
    `CSV, Excel, LibreOffice, Numbers या टेक्स्ट, ${formatBytes(bytes)} और ${formatCount(rows)} पंक्तियों तक`,
  exampleFor: (template) => `${template} के लिए नमूना फ़ाइल`,
  exampleName: (template) => `${template} - नमूना.csv`,
  keeping: 'फ़ाइल जोड़ी जा रही है…',
  replaceNote: 'इसकी जगह दूसरी फ़ाइल चुनें। टेम्पलेट वही रहेगा।',
  tooLarge: (bytes, limit) => `फ़ाइल ${formatBytes(bytes)} की है, सीमा ${formatBytes(limit)} है। इसे छोटी फ़ाइलों में बाँटें।`,
  empty: 'फ़ाइल खाली है। वह फ़ाइल चुनें जिसमें कॉन्टैक्ट हैं।',
  notText: (kind) =>
    `यह कॉन्टैक्ट फ़ाइल नहीं, ${FILE_KINDS[kind]} है। ${ADVICE[kind] ?? 'वह CSV फ़ाइल या स्प्रेडशीट चुनें जिसमें कॉन्टैक्ट हैं।'}`,
  notAFile: 'यह फ़ाइल नहीं है। एक कॉन्टैक्ट फ़ाइल डालें।',
  severalFiles: 'एक बार में एक ही फ़ाइल डालें: हर फ़ाइल एक इंपोर्ट है।',
  stillAdding: 'नहीं जोड़ी गई: अभी दूसरी फ़ाइल जोड़ी जा रही है। यह फ़ाइल उसके बाद जोड़ें।',
  notKept: {
    full: () => 'ब्राउज़र में फ़ाइल के लिए जगह नहीं है। डिस्क पर जगह खाली करें और फ़ाइल फिर चुनें।',
    file_changed: () => 'पढ़ते समय फ़ाइल बदल गई या बंद हो गई। उसे सेव करें, दूसरे प्रोग्राम में बंद करें और फिर चुनें।',
    no_database: (error) => `यह विंडो फ़ाइलें नहीं रख सकती (${error})। Dialsheet को प्राइवेट नहीं, सामान्य विंडो में खोलें।`,
    unknown: (error) => `ब्राउज़र फ़ाइल नहीं रख सका (${error})। ब्राउज़र फिर से खोलें और फ़ाइल चुनें।`,
  },
  pickTemplateFirst: 'पहले टेम्पलेट चुनें।',
};
