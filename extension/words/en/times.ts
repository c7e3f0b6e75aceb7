import { countOf } from '../format-number.ts';

/** Days and spans. `locale` writes the names of days and months, digits always Latin. */
export const times = {
  locale: 'en-GB',
  today: 'today',
  tomorrow: 'tomorrow',
  yesterday: 'yesterday',
  underAMinute: 'under a minute',
  minutes: (minutes: number) => `${minutes} min`,
  hours: (hours: number, minutes: number) => (minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`),
  days: (days: number) => countOf(days, 'day', 'days'),
};
