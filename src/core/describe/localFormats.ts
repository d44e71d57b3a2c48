import { perText } from "../common/perObject.js";

/** Dates, numbers and lists by the rules of a language. */
export interface LocalFormats {
  /** "Tuesday 6 April 2021". */
  readonly weekdayAndDay: Intl.DateTimeFormat;
  /** "6 April 2021". */
  readonly day: Intl.DateTimeFormat;
  /** "April 2021". */
  readonly month: Intl.DateTimeFormat;
  /** "Tuesday". */
  readonly weekday: Intl.DateTimeFormat;
  readonly list: Intl.ListFormat;
  readonly percent: Intl.NumberFormat;
  readonly hundredths: Intl.NumberFormat;
  readonly countries: Intl.DisplayNames;
}

/** Made once for each language: making a format takes a thousand times as long as using it, and lists have thousands of rows. */
export const localFormats = perText((locale): LocalFormats => {
  const dates = (fields: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, { ...fields, timeZone: "UTC" });
  return {
    weekdayAndDay: dates({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    day: dates({ day: "numeric", month: "long", year: "numeric" }),
    month: dates({ month: "long", year: "numeric" }),
    weekday: dates({ weekday: "long" }),
    list: new Intl.ListFormat(locale, { type: "conjunction" }),
    percent: new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }),
    hundredths: new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    countries: new Intl.DisplayNames([locale], { type: "region" }),
  };
});
