/**
 * Line icons on a 20 by 20 grid. They always appear beside text or inside something labelled, so they are hidden from
 * screen readers.
 */
const PATHS = {
  back: 'M12 4.5 6.5 10l5.5 5.5',
  open: 'M8 4H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-3M11.5 4H16v4.5M16 4l-7 7',
  panel: 'M5 4h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM11.5 4v12',
  settings:
    'M4 6h7M15 6h1M4 14h1M9 14h7M13 8.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM7 16.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
  template: 'M5 3.5h10a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1ZM7 7.5h6M7 10.5h6M7 13.5h3',
  upload: 'M10 13V4.5M6.5 8 10 4.5 13.5 8M4 13v2a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-2',
  download: 'M10 4v8.5M6.5 9 10 12.5 13.5 9M4 13v2a1 1 0 0 0 1 1h10a1 1 0 0 0 1-1v-2',
  plus: 'M10 4.5v11M4.5 10h11',
  tick: 'm4.5 10.5 3.5 3.5 7.5-8',
  alert: 'M10 6.5v4.5M10 13.6v.2M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z',
  pause: 'M7.5 5v10M12.5 5v10',
  play: 'M7 4.8v10.4l8-5.2-8-5.2Z',
  stop: 'M6 6h8v8H6Z',
  file: 'M11.5 3.5H6a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V7l-3.5-3.5ZM11.5 3.5V7H15',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
