import type { ImportStep } from '../../../state/draft/import-step.ts';
import { countOf, formatBytes, formatCount } from '../../format-number.ts';
import type { Words } from '../../words.ts';

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
  reading: 'फ़ाइल पढ़ी जा रही है…',
  noNumberColumn: 'फ़ोन नंबर वाला कॉलम चुनें।',
  unmapped: (variables) => `${variables.map((name) => `@@${name}`).join(', ')} के लिए कॉलम चुनें।`,
  fileFault: 'आगे बढ़ने के लिए फ़ाइल ठीक करें।',
  nobody: 'इस फ़ाइल की किसी पंक्ति पर कॉल नहीं हो सकती।',
  templateGone: 'दूसरा टेम्पलेट चुनें: यह मिटा दिया गया है।',
  templateElsewhere: (name) => `टेम्पलेट चुनें: इस Worker में “${name}” नाम का टेम्पलेट नहीं है।`,
  noAccount: 'समय तय करने के लिए Worker से जुड़ें।',
  workerAway: 'Worker से संपर्क नहीं: आपकी फ़ाइल सुरक्षित है, बाद में शुरू करें',
  workerRefuses: 'आपकी फ़ाइल सुरक्षित है, बाद में शुरू करें',
  noPlan: 'पहले योजना ठीक करें: ऊपर देखें।',
  missing: 'यह ड्राफ़्ट अब नहीं है: दूसरी विंडो में इसे शुरू किया या हटाया गया।',
  largeFile: (bytes, limit) => `यह फ़ाइल ${formatBytes(bytes)} की है; सीमा ${formatBytes(limit)} है। इससे बड़ी फ़ाइलें बाँटें।`,
  manyRows: (rows, limit) =>
    `इस फ़ाइल में ${countOf(rows, 'पंक्ति', 'पंक्तियाँ')} हैं; सीमा ${formatCount(limit)} की है। इससे लंबी फ़ाइलें बाँटें।`,
};
