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

/** The same of India's feasts and of Buddha's day in May, from 2001 to 2035, as the library holidays lists them. */
const FIRST_YEAR_IN_INDIA = 2001;
const DIWALI =
  "1114 1104 1025 1112 1101 1021 1109 1028 1017 1105 1026 1113 1103 1023 1111 1030 1019 1107 1027 1114 1104 1024 1112 1031 1020 1108 1029 1017 1105 1026 1114 1102 1022 1110 1030";
const HOLI =
  "0310 0329 0318 0307 0326 0315 0304 0322 0311 0301 0320 0308 0327 0317 0306 0324 0313 0302 0321 0310 0329 0318 0308 0325 0314 0304 0322 0311 0301 0320 0309 0327 0316 0305 0324";
const DUSSEHRA =
  "1026 1015 1005 1022 1012 1002 1021 1009 0928 1017 1006 1024 1013 1003 1022 1011 0930 1019 1008 1025 1015 1005 1024 1012 1002 1020 1009 0927 1016 1006 1025 1014 1003 1022 1011";
const GANESH_CHATURTHI =
  "0822 0910 0831 0918 0907 0827 0915 0903 0823 0911 0901 0919 0909 0829 0917 0905 0825 0913 0902 0822 0910 0831 0919 0907 0827 0914 0904 0823 0911 0901 0920 0908 0828 0916 0905";
const JANMASHTAMI =
  "0812 0831 0820 0907 0827 0816 0904 0824 0814 0902 0822 0810 0828 0818 0905 0825 0815 0903 0824 0812 0830 0819 0907 0826 0816 0904 0825 0813 0901 0821 0810 0828 0817 0906 0826";
const RAKSHA_BANDHAN =
  "0804 0822 0812 0829 0819 0809 0828 0816 0805 0824 0813 0802 0820 0810 0829 0818 0807 0826 0815 0803 0822 0811 0830 0819 0809 0828 0817 0805 0823 0813 0802 0820 0810 0829 0818";
const RAM_NAVAMI =
  "0402 0421 0411 0330 0418 0406 0326 0414 0403 0324 0412 0401 0419 0408 0328 0415 0404 0325 0413 0402 0421 0410 0330 0417 0406 0326 0415 0403 0422 0412 0401 0419 0407 0328 0416";
const ONAM =
  "0831 0821 0908 0828 0915 0905 0826 0912 0902 0823 0909 0829 0916 0907 0828 0914 0904 0825 0911 0831 0821 0908 0829 0915 0905 0826 0912 0901 0822 0909 0830 0820 0906 0828 0914";
const MAHA_SHIVARATRI =
  "0221 0312 0301 0218 0308 0226 0216 0306 0223 0212 0302 0220 0310 0227 0217 0307 0224 0213 0304 0221 0311 0301 0218 0308 0226 0215 0306 0223 0211 0302 0220 0310 0227 0217 0308";
const GURU_NANAK =
  "1130 1119 1108 1126 1115 1105 1124 1113 1102 1121 1110 1128 1117 1106 1125 1114 1104 1123 1112 1130 1119 1108 1127 1115 1105 1124 1114 1102 1121 1110 1128 1117 1106 1125 1115";
const VESAK =
  "0507 0526 0515 0503 0522 0512 0501 0519 0509 0528 0517 0505 0524 0513 0503 0521 0510 0529 0519 0507 0526 0515 0504 0522 0512 0501 0520 0509 0527 0516 0506 0523 0513 0503 0522";

type DayOfYear = (year: number) => Day | null;

const listed =
  (table: string, later = 0, firstYear = FIRST_YEAR): DayOfYear =>
  (year) => {
    if (year < firstYear) return null;
    const day = table.slice((year - firstYear) * 5, (year - firstYear) * 5 + 4);
    const first = /^\d{4}$/u.test(day) ? toDay(year, Number(day.slice(0, 2)), Number(day.slice(2))) : null;
    return first === null ? null : first + later;
  };

const inIndia = (table: string, later = 0): DayOfYear => listed(table, later, FIRST_YEAR_IN_INDIA);

/** "Eid al-Fitr", "Eid-ul-Fitr", "Eidul Fitr": as newspapers of many countries write it. */
function writtenWays(...feasts: readonly string[]): string[] {
  const articles = ["al", "ul"].flatMap((article) => [` ${article}-`, `-${article}-`, ` ${article} `, `-${article} `, `${article} `]);
  return feasts.flatMap((feast) => articles.map((article) => `Eid${article}${feast}`));
}

/** Feasts of the moon's calendars, with the rules that find their days; null for a year that is not listed. */
export const MOVABLE_FEASTS: readonly (readonly [string, ...DayOfYear[]])[] = [
  ["Lunar New Year", listed(LUNAR_NEW_YEAR)],
  ["Chinese New Year", listed(LUNAR_NEW_YEAR)],
  ...writtenWays("Fitr").map((name) => [name, listed(EID_AL_FITR)] as const),
  ...writtenWays("Adha", "Azha", "Zuha").map((name) => [name, listed(EID_AL_ADHA)] as const),
  ["Eid", listed(EID_AL_FITR), listed(EID_AL_ADHA)],
  ["Bakrid", listed(EID_AL_ADHA)],
  ["Rosh Hashanah", listed(ROSH_HASHANAH)],
  ["Rosh Hashana", listed(ROSH_HASHANAH)],
  ["Yom Kippur", listed(ROSH_HASHANAH, 9)],
  ["Diwali", inIndia(DIWALI)],
  ["Deepavali", inIndia(DIWALI)],
  ["Dhanteras", inIndia(DIWALI, -2)],
  ["Bhai Dooj", inIndia(DIWALI, 3)],
  ["Holi", inIndia(HOLI)],
  ["Dussehra", inIndia(DUSSEHRA)],
  ["Vijayadashami", inIndia(DUSSEHRA)],
  ["Ganesh Chaturthi", inIndia(GANESH_CHATURTHI)],
  ["Ganesha Chaturthi", inIndia(GANESH_CHATURTHI)],
  ["Janmashtami", inIndia(JANMASHTAMI)],
  ["Raksha Bandhan", inIndia(RAKSHA_BANDHAN)],
  ["Ram Navami", inIndia(RAM_NAVAMI)],
  ["Onam", inIndia(ONAM)],
  ["Thiruvonam", inIndia(ONAM)],
  ["Maha Shivratri", inIndia(MAHA_SHIVARATRI)],
  ["Mahashivratri", inIndia(MAHA_SHIVARATRI)],
  ["Guru Nanak Jayanti", inIndia(GURU_NANAK)],
  ["Vesak", inIndia(VESAK)],
  ["Buddha Purnima", inIndia(VESAK)],
];

/** Feasts of a week or a month: with a year they are a time of that year, of which TIMEX3 can write but the year. */
export const LONG_FEASTS: readonly string[] = ["ramadan", "hanukkah", "passover", "lent", "advent"];
