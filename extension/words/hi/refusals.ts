import type { ErrorCode } from '../../../shared/protocol/error-envelope.ts';

/** What the Worker says in English, said in Hindi. Exotel's own words and details of a file or template stay as they come. */
type Repeated =
  | 'exotel_refused'
  | 'exotel_conflict'
  | 'invalid_file'
  | 'invalid_template'
  | 'invalid_update'
  | 'unplannable';

export const refusals: Readonly<Record<Exclude<ErrorCode, Repeated>, string>> = {
  unauthorised: 'Worker इस टोकन को नहीं पहचानता। अपनी टीम से अपना टोकन लें और सेटिंग में डालें।',
  too_many_guesses: 'इस नेटवर्क से बहुत सारे ग़लत टोकन आए। अपना टोकन जाँचें, एक मिनट रुकें और फिर से डालें।',
  not_allowed: 'आपकी भूमिका में इसकी अनुमति नहीं है। टीम के किसी एडमिन से कहें।',
  needs_approval: 'इतने लोगों को कॉल शुरू करने के लिए दूसरे व्यक्ति की मंज़ूरी चाहिए।',
  not_asked: 'इस इम्पोर्ट को शुरू करने की माँग अब नहीं है।',
  token_not_found: 'यह टोकन अब नहीं है।',
  invite_not_found: 'यह आमंत्रण इस्तेमाल हो चुका है या इसका समय बीत गया। टीम के एडमिन से नया माँगें।',
  too_many_tokens: 'टोकन बहुत हो गए हैं। जो काम में नहीं आते उन्हें रद्द करें।',
  not_found: 'Worker पर इस पते पर कुछ नहीं है। एक्सटेंशन या Worker को अपडेट करें।',
  invalid_request: 'Worker इस अनुरोध को नहीं समझता। एक्सटेंशन या Worker को अपडेट करें।',
  unsupported_media_type: 'Worker इस अनुरोध को नहीं समझता। एक्सटेंशन या Worker को अपडेट करें।',
  body_too_large: 'भेजा गया डेटा बहुत बड़ा है। उसे छोटा करें।',
  template_not_found: 'यह टेम्पलेट मिटा दिया गया है। दूसरा चुनें।',
  file_too_large: 'फ़ाइल बहुत बड़ी है। उसे बाँटकर हिस्सों में इम्पोर्ट करें।',
  import_not_found: 'यह इम्पोर्ट मिटा दिया गया है।',
  import_exists: 'इस id से दूसरी फ़ाइल पहले ही इम्पोर्ट हो चुकी है। फ़ाइल फिर से डालें।',
  upload_incomplete: 'फ़ाइल अभी पूरी नहीं पहुँची। यह अपने आप आगे बढ़ती है; पहुँचने पर फिर कोशिश करें।',
  offset_mismatch: 'अपलोड कहीं और पहुँचा हुआ है। यह अपने आप आगे बढ़ता है।',
  upload_overflow: 'भेजते समय फ़ाइल बदल गई। उसे फिर से डालें।',
  tus_version_unsupported: 'Worker अपलोड का यह तरीका नहीं जानता। एक्सटेंशन या Worker को अपडेट करें।',
  not_checked: 'फ़ाइल की जाँच अभी नहीं हुई। कॉलम वाले चरण पर लौटें।',
  nothing_to_call: 'इस फ़ाइल की किसी पंक्ति को कॉल नहीं हो सकती। जाँच में हर पंक्ति का कारण है।',
  line_not_called: 'इस पंक्ति में किसी को कॉल नहीं होगी।',
  start_too_late: 'शुरू होने का समय बहुत दूर है। पास का समय चुनें।',
  column_unsure: 'नंबरों का कॉलम पक्का नहीं है। कॉलम चुनकर फिर शुरू करें।',
  plan_changed: 'जो कॉल होनी थीं वे अब वैसी नहीं जैसी आपने देखीं। नई संख्याएँ देखकर फिर शुरू करें।',
  launched_before: 'इन लोगों को पिछले एक दिन में कॉल हो चुकी है।',
  not_waiting: 'यह कैंपेन किसी फ़ैसले का, या इस फ़ैसले का, इंतज़ार नहीं कर रहा।',
  already_launched: 'यह इम्पोर्ट शुरू हो चुका है: फ़ाइल, कॉलम और टेम्पलेट अब नहीं बदलते।',
  not_launched: 'यह इम्पोर्ट शुरू नहीं हुआ: अभी कोई नतीजे नहीं हैं।',
  not_running: 'यह इम्पोर्ट चल नहीं रहा।',
  still_running: 'इस इम्पोर्ट की कॉल अभी चल रही हैं। मिटाने से पहले इसे बंद करें।',
  websocket_expected: 'Worker इस अनुरोध को नहीं समझता। एक्सटेंशन या Worker को अपडेट करें।',
  campaign_not_found: 'Exotel पर ऐसा कोई कैंपेन अब नहीं दिखता।',
  list_not_found: 'Exotel पर ऐसी कोई लिस्ट अब नहीं दिखती।',
  outside_calling_hours: 'अभी कॉल का समय नहीं है, और यह कैंपेन तुरंत कॉल करने लगेगा। इसे कॉल के समय में फिर चालू करें।',
  action_not_legal: 'Exotel अभी यह काम नहीं करने देता। कैंपेन को फिर से देखें।',
  campaign_started: 'यह कैंपेन शुरू हो चुका है: Exotel अब सिर्फ़ कॉलबैक के पते बदलता है।',
  campaign_over: 'यह कैंपेन खत्म हो चुका है: अब कुछ बदलने या देखते रहने को नहीं बचा।',
  belongs_to_import: 'यह कैंपेन एक इम्पोर्ट का है। काम वहीं करें।',
  too_large_to_adopt: 'इस कैंपेन में इतने कॉन्टैक्ट हैं कि यहाँ नहीं देखे जा सकते। इसे Exotel के डैशबोर्ड में देखें।',
  sink_not_found: 'यह सिंक हटा दिया गया है।',
  too_many_sinks: 'बहुत सारे सिंक हैं। जो काम का नहीं, उसे हटाएँ।',
  search_too_wide: 'एक खोज के लिए यह बहुत ज़्यादा है। कोई इम्पोर्ट या सिंक चुनें।',
  own_event: 'यह डायलशीट का अपना इवेंट है, एक्सोटेल का कॉलबैक नहीं। यह पता गंतव्यों में से हटाएँ।',
  invalid_destination: 'इस पते पर नहीं भेजा जा सकता। https:// वाला पूरा पता डालें।',
  destination_not_found: 'यह पता हटा दिया गया है।',
  delivery_not_found: 'यह डिलीवरी अब लॉग में नहीं है।',
  too_many_destinations: 'बहुत सारे पते हैं। जो काम का नहीं, उसे हटाएँ।',
  list_in_use: 'कोई चलता इम्पोर्ट इस लिस्ट के लोगों को कॉल करता है। उसे बंद करें, या उसके खत्म होने तक रुकें।',
  everything_stopped: 'किसी ने सब कुछ रोक दिया है। यह रोक हटने तक कुछ शुरू नहीं होगा।',
  suppression_not_found: 'यह नंबर अब “कॉल न करें” सूची में नहीं है।',
  suppression_upload_not_found: 'यह अपलोड अब सूची में नहीं है।',
  exotel_forbidden: 'Exotel अकाउंट में इसकी इजाज़त नहीं है। Exotel से इसे चालू करने को कहें।',
  exotel_unauthorised:
    'Exotel इस Worker की पहचान नहीं मानता। Worker चलाने वाले को EXOTEL_API_KEY, EXOTEL_API_TOKEN या EXOTEL_BASE_URL ठीक करना होगा।',
  exotel_unreachable: 'Exotel ने कोई साफ़ जवाब नहीं दिया। कुछ नहीं बदला। एक मिनट में फिर कोशिश करें।',
  exotel_unanswered: 'Exotel ने कोई साफ़ जवाब नहीं दिया, और काम शायद हो भी जाए। दोबारा करने से पहले कैंपेन को फिर देखें।',
  misconfigured: 'Worker की सेटिंग पूरी नहीं है। Worker चलाने वाले को उसके पते पर /api/account में दिखेगा कि क्या कम है।',
  overloaded: 'इस समय बहुत काम है। कुछ सेकंड में फिर कोशिश करें।',
  internal: 'Worker में कुछ गड़बड़ हुई। फिर कोशिश करें; ऐसा ही रहे तो Worker चलाने वाले को बताएँ।',
};
