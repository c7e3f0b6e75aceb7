import { countOf, formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

export const shell: Words['shell'] = {
  product: 'Dialsheet',
  home: 'इंपोर्ट',
  campaigns: 'कैंपेन',
  templates: 'टेम्पलेट',
  settings: 'सेटिंग',
  openPanel: 'साइड पैनल में खोलें',
  openTab: 'टैब में खोलें',
  cancel: 'रद्द करें',
  tryAgain: 'फिर कोशिश करें',
  versions: {
    extension_too_old: {
      title: 'यह एक्सटेंशन अपडेट करें',
      note: (version, needed) =>
        `आपके Worker को वर्शन ${needed} या उससे नया चाहिए; यह ${version} है। शुरू हो चुकी कॉल चलती रहेंगी।`,
    },
    worker_too_old: {
      title: 'अपना Worker अपडेट करें',
      note: (version, needed) =>
        `इस एक्सटेंशन को Worker का वर्शन ${needed} या उससे नया चाहिए; आपका ${version === '' ? 'पुराना' : version} है। शुरू हो चुकी कॉल चलती रहेंगी।`,
    },
  },
  hostNotAllowed: (host) => `Dialsheet को ${host} तक जाने की अनुमति दें`,
  hostNotAllowedNote: 'ब्राउज़र ने यह अनुमति हटा दी है। शुरू हो चुकी कॉल चलती रहेंगी। यहाँ कॉल देखने और शुरू करने के लिए पते को अनुमति दें।',
  allowHost: 'इस पते की अनुमति दें',
  notKept: 'आपका पिछला बदलाव सेव नहीं हुआ',
  notKeptNote: {
    full: () => 'ब्राउज़र में जगह नहीं है। डिस्क पर जगह खाली करें, फिर वही बदलाव दोबारा करें।',
    file_changed: (error) => `ब्राउज़र उसे सेव नहीं कर सका (${error})। वही बदलाव दोबारा करें।`,
    no_database: (error) => `यह विंडो कुछ सेव नहीं कर सकती (${error})। Dialsheet को सामान्य विंडो में खोलें।`,
    unknown: (error) => `ब्राउज़र उसे सेव नहीं कर सका (${error})। ब्राउज़र फिर से खोलें, फिर वही बदलाव करें।`,
  },
  loading: 'लोड हो रहा है…',
  unread: 'ब्राउज़र Dialsheet का एक हिस्सा नहीं पढ़ सका। शुरू की गई कॉल चलती रहेंगी, और आपकी फ़ाइलें सुरक्षित हैं।',
  reload: 'यह पेज फिर से लोड करें',
  refresh: 'रीफ़्रेश करें',
  old: (clock) => `नीचे ${clock} तक की स्थिति है।`,
  none: '–',
  fullStop: '।',
  pages: 'पेज',
  range: (first, last, total) =>
    total === 0 ? 'कुछ नहीं' : `${formatCount(total)} में से ${formatCount(first)}–${formatCount(last)}`,
  previous: 'पिछला',
  next: 'अगला',
  asOf: (clock) => `${clock} तक की स्थिति`,
  connectedAs: (user, region) => `${user} · ${region}`,
  callingHours: (from, to, zone) => `कॉल का समय ${from}–${to} ${zone}`,
  notConnected: 'कनेक्ट नहीं है',
  keys: 'कीबोर्ड शॉर्टकट',
  people: 'कॉल नहीं करनी',
  team: 'टीम',
};

export const home: Words['home'] = {
  recent: 'हाल के इंपोर्ट',
  runningNow: 'अभी चल रहे हैं',
  noImports: 'अभी कोई इंपोर्ट नहीं है। एक शुरू करें, वह यहाँ दिखेगा।',
  showingOf: (shown, total) => `${countOf(total, 'इंपोर्ट', 'इंपोर्ट')} में से सबसे नए ${formatCount(shown)}`,
  all: 'सभी इंपोर्ट',
  notStarted: 'शुरू नहीं हुआ',
  uploadingPercent: (percent) => `${percent} अपलोड हुआ`,
  doneOf: (done, total) => `${formatCount(total)} में से ${formatCount(done)} पूरे`,
  contacts: (channel, count) => `${formatCount(count)} ${channel === 'sms' ? 'मैसेज' : 'कॉल'}`,
  rows: (count) => `${formatCount(count)} ${count === 1 ? 'पंक्ति' : 'पंक्तियाँ'}`,
  moreDrafts: (count) => (count === 1 ? '1 पुराना ड्राफ़्ट दिखाएँ' : `${formatCount(count)} पुराने ड्राफ़्ट दिखाएँ`),
  toCall: 'सभी कॉन्टैक्ट',
  forWorker: (worker) => `${worker} के लिए`,
  discard: 'हटाएँ',
  discardFile: (name) => `${name} हटाएँ`,
  discarded: (name) => `${name} हटाई गई।`,
  moreDiscarded: (count) => (count === 1 ? '1 और हटाई गई फ़ाइल दिखाएँ' : `${formatCount(count)} और हटाई गई फ़ाइलें दिखाएँ`),
  undoDiscard: 'वापस लाएँ',
  undoDiscardOf: (name) => `${name} वापस लाएँ`,
  offline: (clock) => `Worker से संपर्क नहीं हो पा रहा। नीचे ${clock} तक की स्थिति है।`,
};
