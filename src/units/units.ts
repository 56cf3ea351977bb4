/**
 * The three units that every room counts in. They are plain numbers at run time;
 * the flavours only keep a day from being passed where money is meant.
 */
type Flavoured<Kind extends string> = number & { readonly unit?: Kind };

/** A calendar day as Excel's 1900 serial: days since 1899-12-30. 2026-01-01 is 46023. */
export type DaySerial = Flavoured<'day'>;

/** Money as a whole number of the currency's minor unit (cents, fen; yen for JPY). */
export type MinorUnits = Flavoured<'minor'>;

/** A row as the user sees it on the sheet, counted from 1. */
export type SheetRow = Flavoured<'row'>;

/** The day of an entry that carries none (an undated opening line). Earlier than every real day. */
export const NO_DAY: DaySerial = 0;
