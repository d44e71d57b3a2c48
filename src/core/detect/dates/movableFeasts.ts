import { toDay, type Day } from "./calendar.js";

/**
 * Days of feasts that follow the moon, month and day for each year from 1990 to 2040: China's calendar, the Umm al-Qura calendar and the
 * Hebrew calendar as Unicode's libraries compute them. "0000" where a year has the feast twice. The Muslim feasts begin a day
 * later in some countries.
 */
const FIRST_YEAR = 1990;
const LUNAR_NEW_YEAR =
  "0127 0215 0204 0123 0210 0131 0219 0207 0128 0216 0205 0124 0212 0201 0122 0209 0129 0218 0207 0126 0214 0203 0123 0210 0131 0219 0208 0128 0216 0205 0125 0212 0201 0122 0210 0129 0217 0207 0126 0213 0202 0123 0211 0131 0219 0208 0128 0215 0204 0124 0212";
const EID_AL_FITR =
  "0426 0416 0405 0325 0314 0303 0220 0209 0129 0119 0000 1216 1205 1125 1114 1103 1023 1013 1001 0920 0910 0830 0819 0808 0728 0717 0706 0625 0615 0604 0524 0513 0502 0421 0410 0330 0320 0309 0226 0214 0204 0124 0114 0000 1212 1201 1119 1109 1029 1019 1007";
const EID_AL_ADHA =
  "0703 0623 0611 0601 0521 0510 0428 0418 0407 0328 0316 0305 0222 0211 0201 0121 0000 1220 1208 1127 1116 1106 1026 1015 1004 0923 0911 0901 0821 0811 0731 0720 0709 0628 0616 0606 0527 0516 0505 0424 0413 0402 0322 0312 0301 0219 0208 0127 0116 0000 1215";
const ROSH_HASHANAH =
  "0920 0909 0928 0916 0906 0925 0914 1002 0921 0911 0930 0918 0907 0927 0916 1004 0923 0913 0930 0919 0909 0929 0917 0905 0925 0914 1003 0921 0910 0930 0919 0907 0926 0916 1003 0923 0912 1002 0921 0910 0928 0918 0906 0924 0914 1004 0922 0910 0930 0919 0908";

const listed =
  (table: string, later = 0) =>
  (year: number): Day | null => {
    const day = table.slice((year - FIRST_YEAR) * 5, (year - FIRST_YEAR) * 5 + 4);
    const first = /^\d{4}$/u.test(day) ? toDay(year, Number(day.slice(0, 2)), Number(day.slice(2))) : null;
    return first === null ? null : first + later;
  };

/** Feasts of the moon's calendars, with the rule that finds their day; null for a year that is not listed. */
export const MOVABLE_FEASTS: readonly (readonly [string, (year: number) => Day | null])[] = [
  ["Lunar New Year", listed(LUNAR_NEW_YEAR)],
  ["Chinese New Year", listed(LUNAR_NEW_YEAR)],
  ["Eid al-Fitr", listed(EID_AL_FITR)],
  ["Eid al-Adha", listed(EID_AL_ADHA)],
  ["Rosh Hashanah", listed(ROSH_HASHANAH)],
  ["Yom Kippur", listed(ROSH_HASHANAH, 9)],
];

/** Feasts of a week or a month: with a year they are a time of that year, of which TIMEX3 can write but the year. */
export const LONG_FEASTS: readonly string[] = ["ramadan", "hanukkah", "passover", "lent", "advent"];
