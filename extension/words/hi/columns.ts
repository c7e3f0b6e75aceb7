import { countOf, formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

export const columns: Words['columns'] = {
  title: 'किस कॉलम में क्या है?',
  lastTime: 'पिछली बार की तरह: इन्हीं शीर्षकों वाली फ़ाइल पहले इस्तेमाल हो चुकी है।',
  number: 'फ़ोन नंबर',
  numberMissing: 'किसी कॉलम में फ़ोन नंबर नहीं दिखे। जिस कॉलम में वे हैं, उसे चुनें।',
  variable: (name) => `@@${name}`,
  variableMissing: (name) => `“${name}” शीर्षक का कोई कॉलम नहीं है। इसकी जगह आने वाला कॉलम चुनें।`,
  variablesHeading: 'टेक्स्ट में',
  variablesNote: 'हर एक की जगह एक कॉलम आता है: हर व्यक्ति अपनी पंक्ति का मान सुनता या पढ़ता है।',
  choose: 'कॉलम चुनें',
  option: (letters, heading) => (heading === `Column ${letters}` ? `कॉलम ${letters}` : `${letters} · ${heading}`),
  header: (row) => (row === 1 ? 'पहली पंक्ति में शीर्षक हैं' : `शीर्षक पंक्ति ${formatCount(row)} में हैं`),
  headerHint: (row) =>
    row === 1
      ? 'निशान न हो तो पहली पंक्ति भी कॉन्टैक्ट मानी जाएगी।'
      : 'उनके ऊपर जो है, वह छोड़ दिया जाता है। निशान न हो तो हर पंक्ति कॉन्टैक्ट मानी जाएगी।',
  such: (values) => `जैसे ${values.join(', ')}`,
  noSuch: 'पहली पंक्तियों में कोई मान नहीं',
  asLastTime: (hint) => `पिछली बार की तरह। ${hint}`,
  listHeading: (count) => `फ़ाइल में ${countOf(count, 'कॉलम', 'कॉलम')}`,
  noValue: 'कोई मान नहीं',
  numbersTag: 'फ़ोन नंबर',
  showMore: (count) => `${countOf(count, 'और कॉलम', 'और कॉलम')} दिखाएँ`,
};
