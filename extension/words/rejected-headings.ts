/** Headings of the columns added to the file of rows that are not called. */
export const REJECTED_HEADINGS = ['Row', 'Why it is not called', 'What to do'] as const;
