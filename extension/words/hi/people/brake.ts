import { formatCount } from '../../format-number.ts';
import type { Words } from '../../words.ts';

export const brake: Words['brake'] = {
  label: 'जो कुछ चल रहा है',
  stop: (contacts) => `सब कुछ रोकें: ${formatCount(contacts)} बाकी`,
  note: (imports) => `पूरी टीम के ${formatCount(imports)} इंपोर्ट थम जाएँगे। कुछ खोएगा नहीं: हर एक को फिर चलाया जा सकता है।`,
  stopping: (done, total) => `सब कुछ रोका जा रहा है: ${formatCount(total)} में से ${formatCount(done)} शांत`,
  stopped: (total) => (total === 0 ? 'सब कुछ रुका है' : `सब कुछ रुका है: ${formatCount(total)} इंपोर्ट थमे हैं`),
  by: (user, when) => `${user} ने, ${when}।`,
  because: (reason) => `“${reason}”`,
  until: 'यह रोक हटने तक कुछ शुरू नहीं हो सकता। जो थमा है, वह फिर चलाने तक थमा रहेगा।',
  lift: 'फिर शुरू करने दें',
  failed: 'सब कुछ रोकना नहीं हो पाया। कॉल चलती रह सकती हैं। फिर दबाएँ।',
  liftFailed: 'रोक अभी लगी है।',
};
