/**
 * The closed word classes of English time expressions. They are grammar, not vocabulary that grows, so they live in the code;
 * compiled from any grammar of English.
 */

export type Unit = "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year" | "decade" | "century";

const MONTH_NAMES = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** Month names, 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(MONTH_NAMES.map((name, index) => [name, index + 1]));

/** Abbreviated month names, without full stop. */
export const MONTH_ABBREVIATIONS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.filter((name) => name !== "may").map((name): [string, number] => [name.slice(0, 3), MONTH_NAMES.indexOf(name) + 1]),
  ["sept", 9],
]);

const WEEKDAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** Weekday names, 1 for Monday to 7 for Sunday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(WEEKDAY_NAMES.map((name, index) => [name, index + 1]));

/** Abbreviated weekday names, without full stop. */
export const WEEKDAY_ABBREVIATIONS: ReadonlyMap<string, number> = new Map([
  ...WEEKDAY_NAMES.map((name, index): [string, number] => [name.slice(0, 3), index + 1]),
  ["tues", 2],
  ["thur", 4],
  ["thurs", 4],
]);

/** Seasons and TIMEX3's codes for them. */
export const SEASONS: ReadonlyMap<string, string> = new Map([
  ["spring", "SP"],
  ["springtime", "SP"],
  ["summer", "SU"],
  ["summertime", "SU"],
  ["autumn", "FA"],
  ["fall", "FA"],
  ["winter", "WI"],
  ["wintertime", "WI"],
]);

/** Parts of the day and TIMEX3's codes for them. */
export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ["morning", "TMO"],
  ["midday", "TMI"],
  ["lunchtime", "TMI"],
  ["afternoon", "TAF"],
  ["evening", "TEV"],
  ["night", "TNI"],
]);

export const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ["second", "second"],
  ["minute", "minute"],
  ["hour", "hour"],
  ["day", "day"],
  ["week", "week"],
  ["month", "month"],
  ["quarter", "quarter"],
  ["year", "year"],
  ["decade", "decade"],
  ["century", "century"],
]);

/** Plural and abbreviated units; "fortnight" counts as two weeks and is read apart. */
export const PLURAL_UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...[...UNITS].filter(([name]) => name !== "century").map(([name, unit]): [string, Unit] => [`${name}s`, unit]),
  ["centuries", "century"],
  ["mins", "minute"],
  ["hrs", "hour"],
  ["yrs", "year"],
]);

/** How a duration in the unit is written in TIMEX3, after its number: "P2" + "D". */
export const DURATION_SUFFIX: Readonly<Record<Unit, string>> = {
  second: "S",
  minute: "M",
  hour: "H",
  day: "D",
  week: "W",
  month: "M",
  quarter: "Q",
  year: "Y",
  decade: "DE",
  century: "CE",
};

const NUMBER_NAMES =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS_NAMES = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** Number words below a hundred. */
export const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...NUMBER_NAMES.map((name, value): [string, number] => [name, value]),
  ...TENS_NAMES.map((name, index): [string, number] => [name, 20 + 10 * index]),
  ["dozen", 12],
]);

/** Ordinals up to the thirty-first, without the compounds, which are read from "twenty" or "thirty" and the rest. */
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ..."first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    .split(" ")
    .map((name, index): [string, number] => [name, index + 1]),
  ["thirtieth", 30],
]);

/** "the nineties": the last digit but one of the years. */
export const DECADES: ReadonlyMap<string, number> = new Map([
  ["noughties", 0],
  ..."twenties thirties forties fifties sixties seventies eighties nineties".split(" ").map((name, index): [string, number] => [name, 2 + index]),
]);

/** Abbreviations of time zones that follow a time of day. */
export const TIME_ZONES: ReadonlySet<string> = new Set(
  "utc gmt z est edt cst cdt mst mdt pst pdt et ct mt pt bst ist cet cest eet eest wet msk sgt hkt jst kst pkt aest aedt acst awst nzst nzdt sast wat eat nst ndt ast adt hst akst akdt brt".split(" "),
);

/** Words after which a bare month or weekday name is surely a time. */
export const TIME_PREPOSITIONS: ReadonlySet<string> = new Set(
  "in on by since until till of from through throughout during before after between to for last next this each every early late mid past coming previous following around about via".split(" "),
);
