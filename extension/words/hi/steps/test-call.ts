import { formatCount } from '../../format-number.ts';
import type { Words } from '../../words.ts';

export const testCall: Words['confirm']['testCall'] = {
  open: 'पहले मेरे अपने नंबर पर कॉल करें',
  title: 'मेरे अपने नंबर पर कॉल',
  number: 'मेरा नंबर',
  hint: 'लगभग तीन मिनट में आपका फ़ोन एक बार बजेगा। यह किसी नतीजे या सीमा में नहीं गिना जाता।',
  hears: (row) => `ऊपर का टेक्स्ट सुनाई देगा, जैसा पंक्ति ${formatCount(row)} वाले व्यक्ति को।`,
  hearsNobody: 'टेक्स्ट किसी के नाम या रकम के बिना सुनाई देगा।',
  press: 'इस नंबर पर कॉल करें',
  pressing: 'कॉल हो रही है…',
  ringsAt: (when) => `लगभग ${when} बजे।`,
  closed: (when) => `अभी कॉल का समय नहीं है। समय शुरू होगा: ${when}।`,
  inDoubt: 'हो सकता है कि फ़ोन फिर भी बजे। दोबारा दबाएँ: कॉल एक ही रहेगी।',
  see: 'यह कॉल देखें',
  standings: {
    sending: 'Exotel को बताया जा रहा है।',
    queued: 'आपका फ़ोन बजेगा।',
    held: 'यह किसी वजह से रुकी है। इस कॉल को देखें।',
    ended_unrung: 'फ़ोन बजने से पहले ही इसे बंद कर दिया गया।',
    dialling: 'आपका फ़ोन बज रहा है।',
    retrying: 'एक बार फिर बजेगा।',
    completed: 'आपने कॉल उठाई।',
    no_answer: 'आपने कॉल नहीं उठाई।',
    busy: 'आपकी लाइन व्यस्त थी।',
    failed: 'आपके फ़ोन तक कॉल नहीं पहुँची।',
    dnd: 'कॉल नहीं हुई: यह नंबर DND में दर्ज है।',
    invalid: 'Exotel यह नंबर नहीं लेता।',
    not_attempted: 'Exotel ने कॉल नहीं की।',
    unaccounted: 'Exotel नहीं बताता कि इसका क्या हुआ।',
    suppressed: 'कॉल नहीं हुई: नंबर कॉल न करने की सूची में आ गया।',
  },
};
