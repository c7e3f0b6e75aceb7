import type { Shortcut } from '../../state/read-shortcut.ts';
import type { Words } from '../words.ts';

const does: Record<Shortcut, string> = {
  new_import: 'नई लिस्ट को कॉल करें',
  search: 'इस स्क्रीन पर या सभी इंपोर्ट में खोजें',
  home: 'इंपोर्ट पर जाएँ',
  history: 'सभी इंपोर्ट पर जाएँ',
  campaigns: 'कैंपेन पर जाएँ',
  templates: 'टेम्पलेट पर जाएँ',
  help: 'ये शॉर्टकट दिखाएँ',
};

export const shortcuts: Words['shortcuts'] = {
  title: 'कीबोर्ड शॉर्टकट',
  does,
  andThen: 'फिर',
  opens: 'किसी भी पेज से Dialsheet खोलें',
  browserNote: 'इसे ब्राउज़र के एक्सटेंशन शॉर्टकट में बदलें।',
  on: 'अकेली कुंजियाँ इस्तेमाल करें',
  onHint: 'लिखते समय ये कुछ नहीं करतीं। अगर ग़लती से या बोलने से दब जाती हों, तो इन्हें बंद करें।',
  close: 'बंद करें',
};
