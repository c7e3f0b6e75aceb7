import type { Settings } from '../../../shared/protocol/settings.ts';
import { BRAKE_FIGURES } from '../../../shared/people/health-brake.ts';
import { Facts } from '../../components/facts.tsx';
import type { Fact } from '../../components/facts.tsx';
import { formatCount } from '../../words/format-number.ts';
import { formatRupees } from '../../words/format-rupees.ts';
import { formatDate } from '../../words/format-time.ts';
import { words } from '../../words/words.ts';

/** The rules, for people who may not change them. */
export function RulesRead({ settings }: { settings: Settings }) {
  const { brake, caps, days, prices, spend, noLimit, notSet } = words.rules;
  const most = (value: number | null): string => (value === null ? noLimit : formatCount(value));
  const rupees = (value: number | null): string => (value === null ? notSet : formatRupees(value));
  const parts = (['voice', 'sms'] as const).flatMap((channel): Fact[] => [
    [caps.parts[channel].attempts, most(settings.caps[channel].attempts)],
    [caps.parts[channel].imports, most(settings.caps[channel].imports)],
    [caps.parts[channel].hours, formatCount(settings.caps[channel].hours)],
  ]);
  const groups: readonly { readonly id: string; readonly heading: string; readonly facts: readonly Fact[] }[] = [
    { id: 'caps', heading: caps.heading, facts: parts },
    {
      id: 'days',
      heading: days.heading,
      facts: [
        [days.hours, days.hoursOf(settings.window.from, settings.window.to)],
        [days.weekdays, settings.weekdays.map((day) => days.names[day]).join(', ')],
        [days.closed, settings.closedDates.map(formatDate).join(', ') || days.none],
      ],
    },
    {
      id: 'prices',
      heading: prices.heading,
      facts: [
        [prices.pulse, rupees(settings.prices.pulse)],
        [prices.pulseSeconds, formatCount(settings.prices.pulseSeconds)],
        [prices.smsPart, rupees(settings.prices.smsPart)],
      ],
    },
    {
      id: 'spend',
      heading: spend.heading,
      facts: (['import', 'person', 'day'] as const).map((cap): Fact => {
        const limit = settings.spend[cap];
        return [spend.caps[cap], limit === null ? noLimit : formatRupees(limit)];
      }),
    },
    {
      id: 'brake',
      heading: brake.heading,
      facts: [
        [brake.enabled, settings.brake.enabled ? brake.on : brake.off],
        ...BRAKE_FIGURES.map((figure): Fact => [brake.figures[figure], `${settings.brake[figure]} %`]),
        [brake.minutes, formatCount(settings.brake.minutes)],
        [brake.minCalls, formatCount(settings.brake.minCalls)],
      ],
    },
  ];
  return (
    <>
      {groups.map(({ id, heading, facts }) => (
        <section key={id} class="card stack" aria-labelledby={id}>
          <h2 id={id}>{heading}</h2>
          <Facts facts={facts} />
        </section>
      ))}
    </>
  );
}
