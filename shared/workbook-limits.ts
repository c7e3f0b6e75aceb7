/**
 * Limits on what a workbook may become when it is read. As in limits.ts, each has its unit in its name and its source
 * beside it.
 */
/** Excel and LibreOffice: rows of one sheet. */
export const MAX_SHEET_ROWS = 1_048_576;
/** Excel: columns of one sheet; LibreOffice has as many by default. */
export const MAX_SHEET_COLUMNS = 16_384;
/**
 * Ours: cells and texts of a workbook once repeated ones are written out. Measured with a million rows of four cells: 1.8
 * GB at the peak where texts are shared, 4.1 GB where none is, which is more than a browser's tab has.
 */
export const MAX_WORKBOOK_CELLS = 8_000_000;
/** Ours: as how many cells one counts whose text stands in it and is not shared, by those two figures. */
export const OWN_TEXT_CELLS = 3;
/** Ours: formats, names, merged cells and other declarations of a workbook; large ones have thousands. */
export const MAX_WORKBOOK_DECLARATIONS = 500_000;
/** Ours: a Numbers document compresses each part once more, which unpacks to at most 21 times its size. */
export const MAX_NUMBERS_PARTS_BYTES = 32 * 1024 * 1024;
