/** The logo: rows of a sheet, with sound waves from the last one. */
export function Mark() {
  return (
    <svg class="mark" width="24" height="24" viewBox="0 0 128 128" aria-hidden="true" focusable="false">
      <rect width="128" height="128" rx="30" fill="var(--accent)" />
      <path
        d="M27 35h74M27 64h20M27 93h14M65 76a17 17 0 0 1 17 17M65 55a38 38 0 0 1 38 38"
        fill="none"
        stroke="var(--on-accent)"
        stroke-width="12"
        stroke-linecap="round"
      />
      <circle cx="65" cy="93" r="7.5" fill="var(--on-accent)" />
    </svg>
  );
}
