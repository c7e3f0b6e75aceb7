/**
 * Limits on what a workbook may become when it is read. As in limits.ts, each has its unit in its name and its source
 * beside it.
 */
/** Excel and LibreOffice: rows of one sheet. */
export const MAX_SHEET_ROWS = 1_048_576;
/** Excel: columns of one sheet; LibreOffice has as many by default. */
export const MAX_SHEET_COLUMNS = 16_384;
/**
 * Ours: cells and texts of a workbook once repeated ones are written out: a million rows of eight cells, a gigabyte of
 * memory.
 */
export const MAX_WORKBOOK_CELLS = 8_000_000;
/** Ours: formats, names, merged cells and other declarations of a workbook; large ones have thousands. */
export const MAX_WORKBOOK_DECLARATIONS = 500_000;
/** Ours: a Numbers document compresses each part once more, which unpacks to at most 21 times its size. */
export const MAX_NUMBERS_PARTS_BYTES = 32 * 1024 * 1024;
