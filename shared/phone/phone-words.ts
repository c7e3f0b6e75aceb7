/**
 * Words for a telephone in the languages of Indian lists and of the tools that write them, grouped by meaning. Used for
 * headings and for labels in cells.
 */
export const MOBILE_TERMS = `
  mobile mob mobil mobail mobiles rmn cell cellphone cellular msisdn movil celular telemovel handphone hp ponsel gsm
  मोबाइल मोबाईल भ्रमणध्वनी মোবাইল મોબાઇલ મોબાઈલ ਮੋਬਾਈਲ மொபைல் கைபேசி మొబైల్ ಮೊಬೈಲ್ മൊബൈൽ ମୋବାଇଲ موبائل
  جوال موبايل محمول handy мобильный 手机 手机号 手机号码 携帯 携帯電話
`;

export const PHONE_TERMS = `
  phone phones ph phn telephone tel tele telefon telefono telefone telepon fon landline फोन दूरभाष टेलीफोन ফোন ફોન
  ਫੋਨ போன் தொலைபேசி ఫోన్ ಫೋನ್ ഫോൺ ଫୋନ فون هاتف
  ruf телефон тел 电话 电话号码 電話 電話番号
`;

export const WHATSAPP_TERMS = `
  whatsapp whatsap whatsup whats watsapp wapp wa व्हाट्सएप व्हाट्सऐप
`;

export const NUMBER_TERMS = `
  number numbers no nos num nbr नंबर नम्बर नं संख्या सं क्रमांक क्र নম্বর સંખ્યા નંબર ક્રમાંક সংখ্যা ਨੰਬਰ எண் నంబర్ నెంబర్ సంఖ్య ಸಂಖ್ಯೆ
  നമ്പർ ନମ୍ବର નં নং ਨੰ నం ನಂ നം ନଂ نمبر رقم numero nummer nr numer номер sankhya kramank
`;

/** Removes case, accents, combining vowel marks and nuktas, so that spellings of फ़ोन or of teléfono are equal. */
export function foldTerm(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}

export function termSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => foldTerm(list).trim().split(/\s+/u)));
}
