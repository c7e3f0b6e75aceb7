import type { Section } from './section.ts';

export const help: Section<'help'> = {
  topics: {
    dlt: {
      about: 'ये आईडी',
      text: 'भारत में हर मैसेज ऑपरेटरों के DLT रजिस्टर से मिलाया जाता है। जहाँ आपकी कंपनी रजिस्टर है (Jio, Airtel, Vi, BSNL, …) वहाँ साइन इन करें: एंटिटी आईडी कंपनी की प्रोफ़ाइल में है, टेम्पलेट आईडी “Content templates” में मंज़ूर टेक्स्ट के पास, और भेजने वाली आईडी “Headers” में। मंज़ूर टेक्स्ट से अलग मैसेज नहीं पहुँचता।',
    },
  },
};
