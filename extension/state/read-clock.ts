const CLOCK = /^(\d{1,2})(?:[:. ]?(\d{2}))?\s*([ap])?\.?(?:m\.?)?$/u;
/** A text that cannot be the beginning of another time: "1" may become "10:30", and "103" may become "1030". */
const WHOLE = /\d[:.]\d{2}$|^\d{4}$/u;

/**
 * Reads a time of day as people type it, "9:30", "930", "9.30 pm", into 24-hour form: "09:30", "21:30". Null if it is
 * none.
 */
export function readClock(text: string): string | null {
  const [, hourDigits, minuteDigits = '00', half] = CLOCK.exec(text.trim().toLowerCase()) ?? [];
  if (hourDigits === undefined) return null;
  const hour = Number(hourDigits);
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  const isTime = (hours < 24 && Number(minuteDigits) < 60) || (hours === 24 && minuteDigits === '00');
  return isTime ? `${String(hours).padStart(2, '0')}:${minuteDigits}` : null;
}

/** Reads a time while it is typed: null while the text may be the beginning of another time. */
export function readClockTyped(text: string): string | null {
  return WHOLE.test(text.trim()) || /[ap]\.?m\.?$/iu.test(text.trim()) ? readClock(text) : null;
}
