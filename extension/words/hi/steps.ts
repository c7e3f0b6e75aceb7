import type { ImportStep } from '../../state/import-step.ts';
import { countOf, formatBytes, formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

const names: Record<ImportStep, string> = {
  file: 'फ़ाइल',
  columns: 'कॉलम',
  check: 'जाँच',
  confirm: 'पुष्टि',
  watch: 'प्रगति',
};

export const steps: Words['steps'] = {
  names,
  label: 'इस इंपोर्ट के चरण',
  done: 'पूरा',
  back: 'पीछे',
  nextTo: (step) => `आगे: ${names[step]}`,
  reading: 'फ़ाइल अभी पढ़ी जा रही है।',
  noNumberColumn: 'बताएँ कि फ़ोन नंबर किस कॉलम में हैं।',
  unmapped: (variables) => `बताएँ कि ${variables.map((name) => `@@${name}`).join(', ')} की जगह कौन सा कॉलम आएगा।`,
  fileFault: 'यह फ़ाइल इस रूप में इस्तेमाल नहीं हो सकती।',
  nobody: 'इस फ़ाइल में कॉल करने के लिए कोई नहीं है।',
  templateGone: 'इस इंपोर्ट का टेम्पलेट मिटा दिया गया है। दूसरा चुनें।',
  noAccount: 'Worker के बिना समय तय नहीं हो सकता।',
  workerAway: 'कुछ खोया नहीं है, पर अभी इसे शुरू नहीं किया जा सकता',
  noPlan: 'इस तरह योजना नहीं बन सकती: ऊपर देखें।',
  missing: 'यह इंपोर्ट अब यहाँ नहीं है: इसे किसी दूसरी विंडो में शुरू कर दिया गया या हटा दिया गया।',
  largeFile: (bytes, limit) =>
    `यह फ़ाइल ${formatBytes(bytes)} की है; सीमा ${formatBytes(limit)} है। इससे बड़ी फ़ाइल को बाँटना होगा।`,
  manyRows: (rows, limit) =>
    `इस फ़ाइल में ${countOf(rows, 'पंक्ति', 'पंक्तियाँ')} हैं; सीमा ${formatCount(limit)} की है। इससे लंबी फ़ाइल को बाँटना होगा।`,
};
