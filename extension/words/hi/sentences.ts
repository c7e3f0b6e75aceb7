import type { LetterDoubt } from '../../../shared/csv/letter-doubt.ts';
import { attentionText } from './attention.ts';
import { columnReasonSentence } from './faults/column-reasons.ts';
import { fileFaultSentence } from './faults/file-faults.ts';
import { deliverySentence, planSentence } from './faults/plan-faults.ts';
import type { Words } from '../words.ts';
import { templateSentence } from './faults/template-issues.ts';
import { updateSentence } from './faults/update-faults.ts';

export const sentences: Words['sentences'] = {
  fileFault: fileFaultSentence,
  columnReason: columnReasonSentence,
  letters: (doubt) =>
    `A से Z के बाहर के अक्षर ${WRITTEN[doubt]} लिखे हैं और यहाँ ग़लत पढ़े जाते हैं; अंक वैसे ही रहते हैं। नाम सही चाहिए, तो ${
      doubt === 'encoded_twice' ? 'फ़ाइल फिर से निकालें और रास्ते में UTF-8 चुनें' : 'फ़ाइल को “CSV UTF-8” में सेव करें'
    }।`,
  plan: planSentence,
  delivery: deliverySentence,
  update: updateSentence,
  attention: attentionText,
  template: ({ code }, facts) => templateSentence(code, facts),
};

const WRITTEN: Record<LetterDoubt, string> = {
  mac_roman: 'पुराने Mac के ढंग से',
  other_script: 'किसी और लिपि (Shift-JIS या ऐसी) के ढंग से',
  encoded_twice: 'दो बार बदलकर (UTF-8 को किसी और रूप में खोलकर सेव करने से)',
};
