/** Caps of what a workbook may become once it is built. Each has its unit in its name and its source beside it, as in limits.ts. */
/** Excel and LibreOffice: rows of one sheet. */
export const MAX_SHEET_ROWS = 1_048_576;
/** Excel: columns of one sheet; LibreOffice has as many unless it is told otherwise. */
export const MAX_SHEET_COLUMNS = 16_384;
/** Ours: cells and texts of a workbook once repeated ones are written out; a million rows of eight, a gigabyte of memory. */
export const MAX_WORKBOOK_CELLS = 8_000_000;
/** Ours: formats, names, merged places and whatever else a workbook declares beside its cells; large ones have thousands. */
export const MAX_WORKBOOK_DECLARATIONS = 500_000;
/** Ours: a Numbers document packs each part again, which unpacks to 21 times as much at worst. */
export const MAX_NUMBERS_PARTS_BYTES = 32 * 1024 * 1024;
