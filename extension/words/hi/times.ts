import { formatCount } from '../format-number.ts';
import type { Words } from '../words.ts';

export const times: Words['times'] = {
  locale: 'hi-IN-u-nu-latn',
  today: 'आज',
  tomorrow: 'कल',
  /** A plain "कल" would be tomorrow as well. */
  yesterday: 'बीते कल',
  underAMinute: 'एक मिनट से कम',
  minutes: (minutes) => `${minutes} मिनट`,
  hours: (hours, minutes) => {
    const spoken = `${hours} ${hours === 1 ? 'घंटा' : 'घंटे'}`;
    return minutes === 0 ? spoken : `${spoken} ${minutes} मिनट`;
  },
  days: (days) => `${formatCount(days)} दिन`,
};
