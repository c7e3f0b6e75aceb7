/** What is younger than the browsers most people have, and the first version of each that has it (MDN). */
export const SINCE: readonly {
  readonly what: string;
  readonly use: RegExp;
  readonly chrome: number;
  readonly firefox: number;
}[] = [
  { what: 'URL.parse', use: /\bURL\.parse\(/, chrome: 126, firefox: 126 },
  { what: 'URL.canParse', use: /\bURL\.canParse\(/, chrome: 120, firefox: 115 },
  { what: 'Map.groupBy', use: /\b(?:Map|Object)\.groupBy\(/, chrome: 117, firefox: 119 },
  { what: 'toWellFormed', use: /\.toWellFormed\(/, chrome: 111, firefox: 119 },
  { what: 'toSorted', use: /\.to(?:Sorted|Reversed|Spliced)\(/, chrome: 110, firefox: 115 },
  { what: 'Promise.withResolvers', use: /\bPromise\.withResolvers\(/, chrome: 119, firefox: 121 },
  { what: 'Promise.try', use: /\bPromise\.try\(/, chrome: 128, firefox: 134 },
  { what: 'Array.fromAsync', use: /\bArray\.fromAsync\(/, chrome: 121, firefox: 115 },
  {
    what: 'methods of sets',
    use: /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
    chrome: 122,
    firefox: 127,
  },
  {
    what: 'helpers of iterators',
    use: /\.(?:entries|values|keys)\(\)\.(?:map|filter|take|drop|some|every|find|toArray)\(/,
    chrome: 122,
    firefox: 131,
  },
  { what: 'RegExp.escape', use: /\bRegExp\.escape\(/, chrome: 136, firefox: 134 },
  { what: 'base64 of bytes', use: /\.(?:fromBase64|toBase64|fromHex|toHex)\(/, chrome: 140, firefox: 133 },
  { what: 'Intl.DurationFormat', use: /\bIntl\.DurationFormat\b/, chrome: 129, firefox: 136 },
  { what: 'AbortSignal.any', use: /\bAbortSignal\.any\(/, chrome: 116, firefox: 124 },
  { what: 'streams read by for await', use: /\bReadableStream\.from\(/, chrome: 999, firefox: 117 },
  { what: 'alarms of 30 seconds', use: /\balarms\.create\(/, chrome: 120, firefox: 60 },
  { what: 'sidePanel.open', use: /\bsidePanel\b/, chrome: 116, firefox: 0 },
  { what: 'light-dark()', use: /\blight-dark\(/, chrome: 123, firefox: 120 },
  { what: 'field-sizing', use: /\bfield-sizing:/, chrome: 123, firefox: 152 },
  { what: 'subgrid', use: /\bsubgrid\b/, chrome: 117, firefox: 71 },
  { what: 'container queries', use: /@container\b/, chrome: 105, firefox: 110 },
  { what: '@starting-style', use: /@starting-style\b/, chrome: 117, firefox: 129 },
];
