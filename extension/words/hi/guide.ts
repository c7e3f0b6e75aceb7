import type { FirstStep } from '../../state/first-steps.ts';
import type { Words } from '../words.ts';

const steps: Record<FirstStep, { readonly title: string; readonly note: string }> = {
  connect: { title: 'अपने Worker से जुड़ें', note: 'सेटिंग में उसका पता और आपका टोकन।' },
  template: { title: 'टेम्पलेट बनाएँ', note: 'कॉल किस नंबर से जाएगी और क्या कहा जाएगा।' },
  file: { title: 'कॉन्टैक्ट फ़ाइल चुनें', note: 'देखें किसे कॉल जाएगी; अभी इस ब्राउज़र से कुछ बाहर नहीं जाता।' },
  start: { title: '“शुरू करें” दबाएँ', note: 'कितनी, कब और क्या, यह आख़िरी बार देखकर।' },
};

export const guide: Words['guide'] = {
  title: 'आपकी पहली कॉल',
  lead: (done, total) => `${total} में से ${done} पूरे। लगभग दो मिनट लगते हैं।`,
  steps,
  done: 'पूरा',
  hide: 'इसे फिर न दिखाएँ',
};
