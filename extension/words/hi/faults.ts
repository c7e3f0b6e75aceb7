import { assertNever } from '../../../shared/result.ts';
import type { ApiFault } from '../../api/api-fault.ts';

type PlainCode = Exclude<ApiFault['code'], 'refused' | 'not_dialsheet'>;

const plain: Record<PlainCode, string> = {
  unreachable: 'Worker से संपर्क नहीं हो पा रहा। पता और अपना इंटरनेट कनेक्शन देखें।',
  timed_out: 'Worker ने समय पर जवाब नहीं दिया। थोड़ी देर में फिर कोशिश करें।',
  unreadable_answer: 'Worker का जवाब यह वर्शन नहीं समझता। एक्सटेंशन या Worker को अपडेट करें।',
};

/** The Worker's own message, in English, is shown unless something better can be said from here. */
const refused: Readonly<Record<string, string>> = {
  unauthorised: 'Worker इस टोकन को नहीं पहचानता। अपनी टीम से अपना टोकन लें और सेटिंग में डालें।',
  template_not_found: 'यह टेम्पलेट मिटा दिया गया है। दूसरा चुनें।',
};

/** What happened and what to do, in words. */
export function faultSentence(fault: ApiFault): string {
  switch (fault.code) {
    case 'refused':
      return refused[fault.reason] ?? fault.message;
    case 'not_dialsheet':
      return fault.status >= 500
        ? 'इस पते पर कुछ जवाब दे रहा है, पर वह ठीक से काम नहीं कर रहा। थोड़ी देर में फिर कोशिश करें, या Worker चलाने वाले को बताएँ।'
        : 'इस पते पर कुछ जवाब दे रहा है, पर वह Dialsheet नहीं है। पता जाँचें।';
    case 'unreachable':
    case 'timed_out':
    case 'unreadable_answer':
      return plain[fault.code];
    default:
      return assertNever(fault);
  }
}
