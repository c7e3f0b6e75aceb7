import { countOf, formatBytes, formatCount } from '../../format-number.ts';
import type { Words } from '../../words.ts';

/** Programs that save numbers, and what to press in each for them to keep their digits. Menus as the programs name them in Hindi and English. */
const programs: readonly { readonly name: string; readonly steps: readonly string[] }[] = [
  {
    name: 'Excel',
    steps: [
      'CSV नहीं, मूल वर्कबुक खोलें: CSV में अंक खो चुके हैं।',
      'नंबरों वाला कॉलम चुनें, Ctrl+1 दबाएँ, Number चुनें, दशमलव स्थान 0 करें और OK दबाएँ।',
      'किसी सेल में #### दिखे तो कॉलम चौड़ा करें। हर अंक दिखना चाहिए।',
      'File, Save a Copy, फिर “CSV UTF-8 (Comma delimited)” चुनें। या वर्कबुक ही यहाँ डाल दें।',
    ],
  },
  {
    name: 'Google Sheets',
    steps: [
      'मूल शीट खोलें और नंबरों वाला कॉलम चुनें।',
      'Format, Number, Plain text चुनें। जिनमें अब भी E+ दिखे, वे पहले ही खो चुके थे: उन्हें फिर लिखें या फिर इंपोर्ट करें।',
      'File, Download, Comma-separated values (.csv) चुनें। या Microsoft Excel (.xlsx) चुनें और उसे यहाँ डालें।',
    ],
  },
  {
    name: 'LibreOffice',
    steps: [
      'मूल दस्तावेज़ खोलें और नंबरों वाला कॉलम चुनें।',
      'Format, Cells, Number चुनें; दशमलव स्थान 0 रखें और हज़ार का कॉमा न रखें।',
      'File, Save As, Text CSV चुनें और “Save cell content as shown” पर टिक करें। या दस्तावेज़ ही यहाँ डाल दें।',
    ],
  },
];

export const spreadsheets: Words['spreadsheets'] = {
  damageHeading: (count) => `स्प्रेडशीट ने ${countOf(count, 'नंबर', 'नंबरों')} के अंक बिगाड़ दिए`,
  damageNote: 'मूल फ़ाइल को फिर से ऐसे एक्सपोर्ट करें कि हर अंक बना रहे:',
  programs,
  chooseHeading: 'कॉन्टैक्ट किस शीट में हैं?',
  sheetFacts: (rows, columns) =>
    rows === 0 ? 'खाली' : `${countOf(rows, 'पंक्ति', 'पंक्तियाँ')}, ${formatCount(columns)} कॉलम`,
  hidden: 'छिपी हुई',
  hiddenRowsQuestion: (count) =>
    `इस शीट की ${countOf(count, 'पंक्ति', 'पंक्तियाँ')} फ़िल्टर से या हाथ से ${count === 1 ? 'छिपी है' : 'छिपी हैं'}। क्या ${count === 1 ? 'उस' : 'उन'} पर भी कॉल करनी है?`,
  keepHiddenRows: (count) => `${count === 1 ? 'उस' : 'उन'} पर भी बाकी की तरह कॉल करें`,
  leaveHiddenRows: (count) => `${count === 1 ? 'उसे' : 'उन्हें'} छोड़ दें`,
  hiddenColumnsQuestion: (columns) =>
    `${formatCount(columns.length)} कॉलम ${columns.length === 1 ? 'छिपा है' : 'छिपे हैं'}: ${columns.join(', ')}। क्या ${columns.length === 1 ? 'उसे' : 'उन्हें'} भी पढ़ना है?`,
  keepHiddenColumns: (count) => `${count === 1 ? 'उसे' : 'उन्हें'} भी बाकी की तरह पढ़ें`,
  leaveHiddenColumns: (count) => `${count === 1 ? 'उसे' : 'उन्हें'} छोड़ दें`,
  answerFirst: 'पहले चुनें कि छिपी पंक्तियों का क्या करना है।',
  hiddenRowsKept: (count) =>
    `वर्कबुक में छिपी ${countOf(count, 'पंक्ति', 'पंक्तियाँ')} भी बाकी की तरह पढ़ी ${count === 1 ? 'गई' : 'गईं'}।`,
  hiddenRowsLeftOut: (count) =>
    `वर्कबुक में छिपी ${countOf(count, 'पंक्ति', 'पंक्तियाँ')} आपके कहने पर छोड़ी ${count === 1 ? 'गई' : 'गईं'}।`,
  hiddenColumnsKept: (columns) =>
    `वर्कबुक में ${columns.length === 1 ? 'छिपा' : 'छिपे'} ${formatCount(columns.length)} कॉलम भी बाकी की तरह पढ़े गए: ${columns.join(', ')}।`,
  hiddenColumnsLeftOut: (columns) =>
    `वर्कबुक में ${columns.length === 1 ? 'छिपा' : 'छिपे'} ${formatCount(columns.length)} कॉलम आपके कहने पर छोड़े गए: ${columns.join(', ')}।`,
  chooseAgain: 'इसे बदलना हो तो फ़ाइल फिर से चुनें।',
  notComputed: (count) =>
    `${countOf(count, 'सेल में ऐसा फ़ॉर्मूला है जिसका', 'सेलों में ऐसे फ़ॉर्मूले हैं जिनका')} नतीजा कभी निकाला नहीं गया। नतीजे की जगह #NOT COMPUTED! लिखा है। वर्कबुक को Excel या LibreOffice में खोलें, सेव करें और फिर चुनें।`,
  useSheet: 'यह शीट इस्तेमाल करें',
  reading: 'वर्कबुक पढ़ी जा रही है। बड़ी वर्कबुक में एक मिनट लगता है।',
  stop: 'रोकें',
  stopped: 'आपके कहने पर वर्कबुक नहीं पढ़ी गई।',
  otherFile: 'दूसरी फ़ाइल',
  ofSheet: (fileName, sheet) => `${fileName}, ${sheet}`,
  passwordProtected:
    'इस वर्कबुक पर पासवर्ड लगा है। इसे खोलें, पासवर्ड हटाएँ (Excel में: File, Info, Protect Workbook, Encrypt with Password, खाना खाली करें), सेव करें और फिर चुनें।',
  corrupt: 'यह वर्कबुक ख़राब है या पूरी सेव नहीं हुई। इसे स्प्रेडशीट में खोलें, फिर से सेव करें और वह फ़ाइल चुनें।',
  cellTwice: (sheet, cell) =>
    `इस वर्कबुक में शीट “${sheet}” का सेल ${cell} दो बार है, अलग-अलग जानकारी के साथ। इसे स्प्रेडशीट में खोलें, देखें कि ${cell} में क्या दिखता है, फिर से सेव करें और वही फ़ाइल चुनें।`,
  notASpreadsheet: 'नाम कुछ भी हो, यह स्प्रेडशीट नहीं है। वह फ़ाइल चुनें जिसमें कॉन्टैक्ट हैं।',
  noRows: 'इस वर्कबुक की हर शीट खाली है। वह फ़ाइल चुनें जिसमें कॉन्टैक्ट हैं।',
  tooManyRows: (limit) => `इस शीट में ${formatCount(limit)} से ज़्यादा पंक्तियाँ हैं। इसे छोटी फ़ाइलों में बाँटें।`,
  tooManyCells: (limit) =>
    `इस वर्कबुक में ${formatCount(limit)} से ज़्यादा सेल हैं; सेल में ही रखा टेक्स्ट तीन गिना जाता है। कॉन्टैक्ट वाली शीट को CSV में सेव करें और वह फ़ाइल चुनें।`,
  tooLarge: (limit) =>
    `खुलने पर यह वर्कबुक ${formatBytes(limit)} से बड़ी हो जाती है। कॉन्टैक्ट वाली शीट को CSV में सेव करें और वह फ़ाइल चुनें।`,
  tookTooLong: (seconds) =>
    `यह वर्कबुक ${formatCount(seconds)} सेकंड में पढ़ी नहीं जा सकी। कॉन्टैक्ट वाली शीट को CSV में सेव करें और वह फ़ाइल चुनें।`,
  unreadable: 'ब्राउज़र अब यह फ़ाइल नहीं पढ़ पा रहा। इसे फिर से चुनें।',
};
