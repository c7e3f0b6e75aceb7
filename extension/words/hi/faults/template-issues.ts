import {
  MAX_CUSTOM_FIELD_CHARS,
  MAX_GREETING_CHARS,
  MAX_MENU_REPEATS,
  MAX_MESSAGE_CHARS,
  MAX_NAME_CHARS,
  MAX_RETRIES,
  MAX_RETRY_INTERVAL_MINUTES,
  MAX_SENDER_ID_CHARS,
  MAX_VARIABLE_NAME_CHARS,
  MAX_VARIABLES,
  MIN_CAMPAIGN_NAME_CHARS,
} from '../../../../shared/limits.ts';
import type { TemplateFacts, TemplateIssueCode } from '../../../../shared/template/template-sentences.ts';
import { formatCount } from '../../format-number.ts';

const SENTENCES: Record<TemplateIssueCode, (facts: TemplateFacts) => string> = {
  required: () => 'मान लिखें।',
  wrong_type: () => 'इस सेटिंग का मान सही प्रकार का नहीं है। इसे बदलें।',
  unknown_setting: ({ setting }) => `“${setting ?? ''}” टेम्पलेट की सेटिंग नहीं है। इसे हटाएँ, या स्पेलिंग जाँचें।`,
  channel_unknown: () => 'यह तरीका उपलब्ध नहीं है। “voice” या “sms” रखें।',
  flow_kind_unknown: () => 'कॉल तीन में से एक तरह की होती है। “flow”, “greeting” या “ivr” रखें।',
  name_too_short: () => `नाम लिखें (${MIN_CAMPAIGN_NAME_CHARS} या ज़्यादा अक्षर)।`,
  name_too_long: () => `नाम बहुत लंबा है। ज़्यादा से ज़्यादा ${MAX_NAME_CHARS} अक्षर लिखें।`,
  name_unprintable: () => 'नाम में नई लाइन या कोई और कंट्रोल कैरेक्टर है। उसे हटाएँ।',
  caller_id_malformed: () => 'वह नंबर चुनें जिससे कॉल जाए: आपके अकाउंट का ExoPhone, जैसे 08088919888 या +918088919888।',
  flow_url_malformed: () =>
    'यह Exotel फ़्लो का पता नहीं है। वह http://my.exotel.com/<account sid>/exoml/start_voice/<app id> जैसा होता है।',
  text_empty: () => 'मैसेज लिखें।',
  text_too_long: () => `टेक्स्ट बहुत लंबा है। ज़्यादा से ज़्यादा ${formatCount(MAX_GREETING_CHARS)} अक्षर लिखें।`,
  variable_malformed: () =>
    `वेरिएबल @@ और कॉलम के शीर्षक से बनता है, ज़्यादा से ज़्यादा ${MAX_VARIABLE_NAME_CHARS} अक्षर, जैसे @@Name। इसे ठीक करें, या @@ हटाएँ।`,
  too_many_variables: () => `Exotel ज़्यादा से ज़्यादा ${MAX_VARIABLES} अलग वेरिएबल भरता है। कम रखें।`,
  duplicates_in_personal_text: () =>
    'हर व्यक्ति के अपने टेक्स्ट के साथ दोहराए गए लोगों को दो बार कॉल नहीं हो सकती: Exotel हर नंबर एक बार रखता है। दोनों में से एक बंद करें।',
  message_too_long: () => `Exotel के लिए मैसेज बहुत लंबा है। ज़्यादा से ज़्यादा ${formatCount(MAX_MESSAGE_CHARS)} अक्षर लिखें।`,
  sms_type_unknown: () => 'मैसेज दो में से एक तरह का होता है। “transactional” या “promotional” रखें।',
  sender_id_not_letters: () =>
    `ट्रांज़ैक्शनल मैसेज की सेंडर आईडी में अक्षर होते हैं, जैसे EXOTEL, ज़्यादा से ज़्यादा ${MAX_SENDER_ID_CHARS}। इसे बदलें।`,
  sender_id_not_digits: () =>
    `प्रमोशनल मैसेज की सेंडर आईडी में अंक होते हैं, जैसे 600100, ज़्यादा से ज़्यादा ${MAX_SENDER_ID_CHARS}। इसे बदलें।`,
  dlt_id_malformed: () => 'DLT आईडी में सिर्फ़ अंक होते हैं, जैसे 1107160016142600511। इसे DLT पोर्टल से कॉपी करें।',
  menu_repeats_out_of_range: () => `मेन्यू 0 से ${MAX_MENU_REPEATS} बार दोहराया जा सकता है। पूरी संख्या लिखें।`,
  retry_count_out_of_range: () => `Exotel 0 से ${MAX_RETRIES} बार दोबारा कोशिश करता है। पूरी संख्या लिखें।`,
  retry_interval_out_of_range: () =>
    `दोबारा कोशिश से पहले का इंतज़ार पूरे मिनटों में हो, ज़्यादा से ज़्यादा ${formatCount(MAX_RETRY_INTERVAL_MINUTES)}। इसे बदलें।`,
  retry_interval_missing: () => 'दोबारा कोशिशों के बीच इंतज़ार चाहिए। कम से कम 1 मिनट रखें।',
  retry_mechanism_unknown: () => 'अंतर दो में से एक तरह का होता है। “Linear” या “Exponential” रखें।',
  retry_status_unknown: () => 'कुछ ही नतीजों पर दोबारा कोशिश होती है। “busy”, “no-answer” या “failed” रखें।',
  retry_statuses_missing: () => 'बताएँ कि दोबारा कोशिश कब हो। व्यस्त, जवाब नहीं मिला और फ़ेल में से कम से कम एक चुनें।',
  retry_status_repeated: () => 'दोबारा कोशिश का एक नतीजा दो बार लिखा है। हर एक को एक बार रखें।',
  window_malformed: () => 'कॉल का समय पढ़ा नहीं जा सका। इसे “09:00” और “21:00” की तरह लिखें।',
  window_empty: () => 'अंत का समय शुरू के समय के बाद रखें।',
  window_crosses_midnight: () => 'अंत का समय शुरू के समय के बाद रखें।',
  window_outside_account: ({ accountWindow }) =>
    `कॉल का समय अकाउंट के समय (${accountWindow ?? 'पता नहीं'}) के बाहर जाता है। इसके अंदर का समय चुनें।`,
  throttle_out_of_range: () => 'गति हर मिनट की कॉल की पूरी संख्या हो, कम से कम 1। इसे बदलें, या खाली छोड़ें।',
  throttle_not_below_account: ({ accountCallsPerMinute }) =>
    `Exotel के लिए गति अकाउंट की हर मिनट ${formatCount(accountCallsPerMinute ?? 0)} कॉल से कम होनी चाहिए। इसे घटाएँ, या खाली छोड़ें।`,
  custom_field_too_long: () => `कस्टम फ़ील्ड बहुत लंबा है। ज़्यादा से ज़्यादा ${formatCount(MAX_CUSTOM_FIELD_CHARS)} अक्षर लिखें।`,
  purpose_unknown: () => 'यह उद्देश्य उपलब्ध नहीं है। “service”, “promotional” या “recovery” रखें।',
  window_outside_purpose: () =>
    'प्रचार वाली कॉल सिर्फ़ 10:00 से 21:00 और वसूली वाली 08:00 से 19:00 के बीच हो सकती हैं। कॉल का समय या उद्देश्य बदलें।',
  key_malformed: () => 'बटन 0 से 9 तक का एक अंक होता है। इसे ठीक करें।',
  meaning_malformed: () => 'मतलब छोटे अंग्रेज़ी अक्षरों का एक शब्द होता है, जैसे “opt_out” या “interested”। इसे ठीक करें।',
};

/** What is wrong with a template and what to do, in Hindi. */
export function templateSentence(code: TemplateIssueCode, facts: TemplateFacts): string {
  return SENTENCES[code](facts);
}
