import assert from "node:assert/strict";
import * as fc from "fast-check";
import { datesIn, told } from "./dates/toldDates.js";

// the article's day is Tuesday, 6 April 2021, where a case names no other
const groups: Record<string, [text: string, expected: string[], published?: string | null][]> = {
  "absolute dates": [
    ["Since 9/11 and the Sept. 11 attacks.", ["9/11=DATE 2001-09-11", "Sept. 11=DATE 2001-09-11"]],
    ["It had spread by the 12th, and they have until the 22nd.", ["the 12th=DATE 2021-04-12", "the 22nd=DATE 2021-04-22"]],
    ["They had met before the 12th round, from the 3rd floor up.", []],
    ["On the 15th he fell. On the 3rd he will be home.", ["the 15th=DATE 2021-03-15", "the 3rd=DATE 2021-05-03"]],
    ["She fell ill in February and died on the 15th.", ["February=DATE 2021-02", "the 15th=DATE 2021-02-15"]],
    ["On the 15th he fell.", ["the 15th=DATE XXXX-XX-15"], null],
    ["Rain is due in June and pay on the 31st.", ["June=DATE 2021-06", "the 31st=DATE 2021-05-31"]],
    ["He made a birdie on the 17th and fell back on the 18th.", []],
    ["The Greens will meet on the 22nd.", ["the 22nd=DATE 2021-04-22"]],
    ["They met on Monday the 5th and will meet on Friday 7th.", ["Monday the 5th=DATE 2021-04-05", "Friday 7th=DATE 2021-05-07"]],
    ["She finished Sunday 12th in the race.", ["Sunday=DATE 2021-04-04"]],
    ["The king born in 1066 had 1415 ships.", ["1066=DATE 1066"]],
    ["In 1415 archers won.", []],
    ["It rained on March 24 and 25 but not on March 27 and 300 fields stayed dry.", ["March 24=DATE 2021-03-24", "25=DATE 2021-03-25", "March 27=DATE 2021-03-27"]],
    ["Expect highs in the 50s after the hot 1950s.", ["1950s=DATE 195"]],
    ["20th Century Fox made it in the 20th Century.", ["the 20th Century=DATE 19"]],
    ["Trade grew in the noughties.", ["the noughties=DATE 200"]],
    ["They lost in the quarter-finals, and the third quarter-final was a draw.", []],
    ["He threw a touchdown in the fourth quarter.", []],
    ["They took a 21-point lead in the first quarter.", []],
    ["They made 22 second-chance points.", []],
    ["She lives in May Pen and calls came from several quarters.", []],
    ["It was a 22 second-long clip.", ["22 second=DURATION PT22S"]],
    ["The bank scored a record profit in the fourth quarter of 2019.", ["the fourth quarter of 2019=DATE 2019-Q4"]],
    ["On Australia Day and on Remembrance Sunday 2020 it rained.", ["Australia Day=DATE 2021-01-26", "Remembrance Sunday 2020=DATE 2020-11-08"]],
    ["She was born on Christmas morning.", ["Christmas morning=TIME 2020-12-25TMO"]],
    ["Next Feb. 29 he turns four.", ["Next Feb. 29=DATE 2024-02-29"]],
    ["They wrote last April 3, and last April 9.", ["last April 3=DATE 2021-04-03", "last April 9=DATE 2020-04-09"]],
    ["It rose in the full year 2020.", ["the full year 2020=DATE 2020"]],
    ["The shares fell 3% after hours. After hours of talks it rained.", ["hours=DURATION PTXH"]],
    ["Some 66 million years ago it hit.", ["66 million years ago=DATE PAST_REF"]],
    ["It issued a flood watch from Thursday to noon Friday.", ["Thursday=DATE 2021-04-08", "noon Friday=TIME 2021-04-09T12:00"]],
    ["it was born on june 20 and we leave on monday. this march is an august one, in may.", ["june 20=DATE 2020-06-20", "monday=DATE 2021-04-05"]],
    ["They married last June 5.", ["last June 5=DATE 2020-06-05"]],
    ["It needed $64 million for the third quarter.", ["the third quarter=DATE 2021-Q3"]],
    ["Sales fell in the October-December quarter.", ["the October-December quarter=DATE 2020-Q4"]],
    ["Talks open in Lima on Thursday and Leeds plays Hull on Saturday.", ["Thursday=DATE 2021-04-08", "Saturday=DATE 2021-04-10"]],
    ["Tickets go on sale on Monday week.", ["Monday week=DATE 2021-04-19"]],
    ["It shut on Monday week two of the trial.", ["Monday=DATE 2021-04-05"]],
    ["The Sutton daily reported on Monday that trains run daily.", ["Monday=DATE 2021-04-05", "daily=SET P1D"]],
    ["It meets on the last Monday of the month.", ["the last Monday of the month=DATE 2021-04-26"]],
    ["The team fly to Lima on Thursday.", ["Thursday=DATE 2021-04-08"]],
    ["The team did not fly to Lima on Thursday.", ["Thursday=DATE 2021-04-01"]],
    ["Since Thanksgiving people will shop.", ["Thanksgiving=DATE 2021-11-25"], "2021-11-27"],
    ["In the 2019/20 season it rained.", ["2019/20=DATE 2019"]],
    ["It opened on April 6, 2021, in Pune.", ["April 6, 2021=DATE 2021-04-06"]],
    ["It opened on 6 April 2021.", ["6 April 2021=DATE 2021-04-06"]],
    ["The treaty of the 6th of April 1652.", ["the 6th of April 1652=DATE 1652-04-06"]],
    ["Filed 2021-04-06 by hand.", ["2021-04-06=DATE 2021-04-06"]],
    ["Filed 2021-04-06T10:30:00Z by hand.", ["2021-04-06T10:30:00Z=TIME 2021-04-06T10:30:00"]],
    ["Stamped 25/12/2020 in red.", ["25/12/2020=DATE 2020-12-25"]],
    ["Updated: 03-08-2023 15:19 IST | by hand", ["03-08-2023=DATE 2023-08-03", "15:19 IST=TIME 2023-08-03T15:19"]],
    ["Stamped 12/25/20 in red.", ["12/25/20=DATE 2020-12-25"]],
    ["Stamped 04.05.2021 in red.", ["04.05.2021=DATE 2021-05-04"]],
    ["On Saturday, April 3, the pier closed.", ["Saturday, April 3=DATE 2021-04-03"]],
    ["It ran until Tuesday the 13th of April.", ["Tuesday the 13th of April=DATE 2021-04-13"]],
    ["In mid-1996 it fell apart.", ["mid-1996=DATE 1996"]],
    ["They met in June last year and on May 3 of last year.", ["June last year=DATE 2020-06", "May 3 of last year=DATE 2020-05-03"]],
    ["It closes on the last day of October, in the first week of May.", ["the last day of October=DATE 2021-10-31", "the first week of May=DATE 2021-W17"]],
    ["In April 2019 the pier closed.", ["April 2019=DATE 2019-04"]],
    ["Since 1998 it has been shut.", ["1998=DATE 1998"]],
    ["In nineteen ninety-six it burned.", ["nineteen ninety-six=DATE 1996"]],
    ["Back in the 1990s and the ’80s, and in the mid-1970s.", ["the 1990s=DATE 199", "the ’80s=DATE 198", "the mid-1970s=DATE 197"]],
    ["A 19th century house.", ["19th century=DATE 18"]],
    ["From 2009 to 2011 it stood empty.", ["2009=DATE 2009", "2011=DATE 2011"]],
    ["The fair is on July 4-6 this time.", ["July 4=DATE 2021-07-04", "6=DATE 2021-07-06"]],
    ["Between 6 and 8 May 2020 it rained.", ["6=DATE 2020-05-06", "8 May 2020=DATE 2020-05-08"]],
    ["They met on Christmas Day 2019.", ["Christmas Day 2019=DATE 2019-12-25"]],
    ["They met on Good Friday.", ["Good Friday=DATE 2021-04-02"]],
    ["The temple of 1200 BC fell in AD 79, the other in the 5th century BC.", ["1200 BC=DATE BC1200", "AD 79=DATE 0079", "the 5th century BC=DATE BC04"]],
    ["It rained in the week of April 12 and the weekend of May 1.", ["the week of April 12=DATE 2021-W15", "the weekend of May 1=DATE 2021-W17-WE"]],
    ["It opens in the second week in May.", ["the second week in May=DATE 2021-W18"]],
    ["Passed in the summer of 2019, it was signed that fall.", ["the summer of 2019=DATE 2019-SU", "that fall=DATE 2019-FA"]],
    ["It burned in June 2017. That October it was sold.", ["June 2017=DATE 2017-06", "That October=DATE 2017-10"]],
    ["Sales fell in the last half of 2019.", ["the last half of 2019=DATE 2019-H2"]],
    ["It rose in the fourth quarter of 2019, and by 3% for the full year.", ["the fourth quarter of 2019=DATE 2019-Q4", "the full year=DATE 2019"]],
    ["It ends by the end of the decade.", ["the end of the decade=DATE 202"]],
    ["It rained the weekend before last.", ["the weekend before last=DATE 2021-W12-WE"]],
  ],
  "how often": [
    ["They meet twice a week.", ["twice a week=SET P1W"]],
    ["They meet several times a day and four times each year.", ["several times a day=SET P1D", "four times each year=SET P1Y"]],
    ["She earns $400 a week.", ["a week=SET P1W"]],
    ["The biennial fair is twice as large as a fair.", ["biennial=SET P2Y"]],
  ],
  "before dawn": [
    ["In the wee hours of Sunday it sank.", ["the wee hours of Sunday=TIME 2021-04-04TMO"]],
    ["It was struck at 04:17 (0117 GMT) on Monday.", ["04:17=TIME 2021-04-05T04:17", "0117 GMT=TIME 2021-04-05T01:17Z", "Monday=DATE 2021-04-05"]],
    ["It sank at ten past five.", ["ten past five=TIME 2021-04-06T05:10"]],
    ["A two-and-a-half-hour trip.", ["two-and-a-half-hour=DURATION PT2H30M"]],
    ["He was jailed for two-and-a-half years.", ["two-and-a-half years=DURATION P2Y6M"]],
    ["It starts at 9 a.m. GMT+2 on Sunday.", ["9 a.m. GMT+2 on Sunday=TIME 2021-04-11T09:00+02:00"]],
    ["The briefing is at 15:30 (UTC-5:30) today.", ["15:30 (UTC-5:30) today=TIME 2021-04-06T15:30-05:30"]],
    ["It kicked off at 1400 GMT.", ["1400 GMT=TIME 2021-04-06T14:00Z"]],
    ["Lunar New Year 2024 falls on a Saturday.", ["Lunar New Year 2024=DATE 2024-02-10", "Saturday=DATE XXXX-WXX-6"]],
    ["In a Friday statement he resigned.", ["Friday=DATE 2021-04-02"]],
    // feasts of other calendars, however they are written
    ["Shops shut for Diwali last autumn.", ["Diwali=DATE 2020-11-14", "last autumn=DATE 2020-FA"]],
    ["They clean ahead of Eid-ul-Fitr and Vesak.", ["Eid-ul-Fitr=DATE 2021-05-13", "Vesak=DATE 2021-05-26"]],
    ["They will meet after Eid.", ["Eid=DATE 2021-05-13"]],
    ["Eid Markets opened in 1999.", ["1999=DATE 1999"]],
    ["It was All Saints' Day.", ["All Saints' Day=DATE 2020-11-01"], "2021-02-02"],
    ["Mother's Day 2023, Father's Day 2022 and Eid al-Fitr 2021 were quiet.", ["Mother's Day 2023=DATE 2023-05-14", "Father's Day 2022=DATE 2022-06-19", "Eid al-Fitr 2021=DATE 2021-05-13"]],
    ["Shops closed in Ramadan 2019; Ramadan is a month.", ["Ramadan 2019=DATE 2019"]],
    ["The second Tuesday in November 2020 and the last Friday of May 2023.", ["The second Tuesday in November 2020=DATE 2020-11-10", "the last Friday of May 2023=DATE 2023-05-26"]],
    ["The December quarter was weak, the June quarter of 2020 too.", ["The December quarter=DATE 2020-Q4", "the June quarter of 2020=DATE 2020-Q2"]],
    ["The financial year 2019-20, FY2018-19 and Q4 FY19 were good.", ["The financial year 2019-20=DATE FY2019", "FY2018-19=DATE FY2018", "Q4 FY19=DATE FY2019-Q4"]],
    ["The form says 14-Mar-2021.", ["14-Mar-2021=DATE 2021-03-14"]],
    ["Sunday Oliseh, the former captain, praised striker Friday Osanebi.", []],
    ["On Sunday Oliseh said so, and by Friday Osanebi had left.", ["Sunday=DATE 2021-04-04", "Friday=DATE 2021-04-02"]],
  ],
  "tense of a neighbour": [
    // what runs until then has not ended, though a day of that name is just over
    ["Runs until March 31.", ["March 31=DATE 2022-03-31"]],
    ["The road is closed until March 31.", ["March 31=DATE 2022-03-31"]],
    ["The road was closed until March 31.", ["March 31=DATE 2021-03-31"]],
    ["They had until March 31 to reply.", ["March 31=DATE 2021-03-31"]],
    ["Shares rose before Friday's jobs report.", ["Friday=DATE 2021-04-09"]],
    ["He had been told before Friday's vote.", ["Friday=DATE 2021-04-02"]],
    ["Prices rose days before Diwali.", ["Diwali=DATE 2021-11-04"], "2021-10-30"],
    ["Shares rose before Friday's fall.", ["Friday=DATE 2021-04-02"]],
    ["She named a squad to face Peru on Thursday.", ["Thursday=DATE 2021-04-08"]],
    ["They returned to face Peru on Thursday.", ["Thursday=DATE 2021-04-01"]],
    ["Unions called for mass protests on Saturday.", ["Saturday=DATE 2021-04-10"]],
    ["Unions called for calm on Saturday.", ["Saturday=DATE 2021-04-03"]],
    ["He turns 40 in December.", ["December=DATE 2021-12"]],
    ["The change takes effect on 1 October.", ["1 October=DATE 2021-10-01"]],
    ["She taught there until Chinese New Year.", ["Chinese New Year=DATE 2021-02-12"]],
    ["Passengers face delays on Friday, and Halden play Quorn on Sunday.", ["Friday=DATE 2021-04-09", "Sunday=DATE 2021-04-11"]],
    ["Halden beat Vandra on Monday and play Quorn at home.", ["Monday=DATE 2021-04-05"]],
    ["A vigil is planned for 6pm on Saturday.", ["6pm on Saturday=TIME 2021-04-10T18:00"]],
    ["MPs vote on Sunday, and classes at the college resume on Monday.", ["Sunday=DATE 2021-04-11", "Monday=DATE 2021-04-12"]],
    ["They lost the vote on Thursday.", ["Thursday=DATE 2021-04-01"]],
    ["Rain is forecast from Wednesday.", ["Wednesday=DATE 2021-04-07"]],
    ["The rule will hold past April 13.", ["April 13=DATE 2021-04-13"]],
    ["He was hurt while campaigning for Sunday's ballot.", ["Sunday=DATE 2021-04-11"]],
    ["She had lived in Hull until March 31.", ["March 31=DATE 2021-03-31"]],
    ["They meet Monday in Pune.", ["Monday=DATE 2021-04-12"]],
    ["By late Monday night crews had left.", ["late Monday night=TIME 2021-04-05TNI"]],
    ["The index is near its record set on Oct. 6.", ["Oct. 6=DATE 2020-10-06"]],
    ["The lease had been due to expire on Friday.", ["Friday=DATE 2021-04-02"]],
    ["The lease is due to expire on Friday.", ["Friday=DATE 2021-04-09"]],
    ["Flights were cancelled due to snow on Friday.", ["Friday=DATE 2021-04-02"]],
    ["He was late due to the rain on Friday.", ["Friday=DATE 2021-04-02"]],
    ["They face charges after a raid on Friday.", ["Friday=DATE 2021-04-02"]],
    ["They face protests since Friday.", ["Friday=DATE 2021-04-02"]],
    ["They face Hull on Friday.", ["Friday=DATE 2021-04-09"]],
    ["They got a loan through June.", ["June=DATE 2021-06"]],
  ],
  "days without a year": [
    ["She resigned on Dec. 15 and left.", ["Dec. 15=DATE 2020-12-15"]],
    ["The dividend is payable Dec. 15.", ["Dec. 15=DATE 2021-12-15"]],
    ["The bridge opened on Jan. 13.", ["Jan. 13=DATE 2021-01-13"]],
    ["The bridge will open on 5 May.", ["5 May=DATE 2021-05-05"]],
    ["The trawler sank on 4 November 2018. On the evening of 3 November it had left port.", ["4 November 2018=DATE 2018-11-04", "the evening of 3 November=TIME 2018-11-03TEV"]],
    ["Prices fell in October.", ["October=DATE 2020-10"]],
    ["Prices will fall in October.", ["October=DATE 2021-10"]],
    ["She resigned on Dec. 15.", ["Dec. 15=DATE XXXX-12-15"], null],
    ["Prices fell in October.", ["October=DATE XXXX-10"], null],
  ],
  weekdays: [
    ["The pier arrives Thursday.", ["Thursday=DATE 2021-04-08"]],
    ["It is open from Monday to Friday.", ["Monday=DATE 2021-04-05", "Friday=DATE 2021-04-09"]],
    ["It is open Thursday-Saturday.", ["Thursday=DATE 2021-04-01", "Saturday=DATE 2021-04-03"]],
    // a slip near the article's day, a sign of the year far from it
    ["The hearing was on Monday, March 30.", ["Monday, March 30=DATE 2021-03-30"]],
    ["He said on Tuesday that it was over.", ["Tuesday=DATE 2021-04-06"]],
    ["He resigned Friday.", ["Friday=DATE 2021-04-02"]],
    ["He will resign on Friday.", ["Friday=DATE 2021-04-09"]],
    ["The trial is set to begin on Wednesday.", ["Wednesday=DATE 2021-04-07"]],
    ["He resigned last Friday.", ["last Friday=DATE 2021-04-02"]],
    ["It is due next Tuesday.", ["next Tuesday=DATE 2021-04-13"]],
    ["It is due this Thursday.", ["this Thursday=DATE 2021-04-08"]],
    ["He resigned on Friday.", ["Friday=DATE XXXX-WXX-5"], null],
  ],
  "periods around the article's date": [
    ["Today it rained, yesterday it snowed.", ["Today=DATE 2021-04-06", "yesterday=DATE 2021-04-05"]],
    ["The summit is later this year.", ["later this year=DATE 2021"]],
    ["It is due early next week.", ["early next week=DATE 2021-W15"]],
    ["It fell last month and last year.", ["last month=DATE 2021-03", "last year=DATE 2020"]],
    ["The mildest was last winter, and next winter is due.", ["last winter=DATE 2020-WI", "next winter=DATE 2021-WI"]],
    ["The judge adjourned the case against Ann Bell, of Hale, to November.", ["November=DATE 2021-11"]],
    ["It opens this summer.", ["this summer=DATE 2021-SU"]],
    ["It opens in mid-June.", ["mid-June=DATE 2021-06"]],
    ["It closed at the end of 2019.", ["the end of 2019=DATE 2019"]],
    ["It happened over the weekend.", ["the weekend=DATE 2021-W13-WE"]],
    ["It happened in the summer of 1994.", ["the summer of 1994=DATE 1994-SU"]],
    ["It fell six weeks ago.", ["six weeks ago=DATE 2021-02-23"]],
    ["It fell two years ago.", ["two years ago=DATE 2019"]],
    ["It fell last year.", ["last year=DATE PAST_REF"], null],
  ],
  "weekdays counted from another": [
    ["They are housed until a week on Friday.", ["a week on Friday=DATE 2021-04-16"]],
    ["They meet a fortnight on Sunday.", ["a fortnight on Sunday=DATE 2021-04-25"]],
    ["He hosted Match of the Day and the Week of Hope.", []],
    ["He was jailed for a week on Friday.", ["a week=DURATION P1W", "Friday=DATE 2021-04-02"]],
    ["They are invited on Thursday next.", ["Thursday next=DATE 2021-04-08"]],
    ["They were shown it on Thursday last.", ["Thursday last=DATE 2021-04-01"]],
    ["They sat on Thursday next to him.", ["Thursday=DATE 2021-04-01"]],
    ["He names his squad midweek.", ["midweek=DATE 2021-W14"]],
    ["He named his squad midweek.", ["midweek=DATE 2021-W13"]],
    ["He will name it mid-week.", ["mid-week=DATE 2021-W14"]],
    ["They lost a midweek game.", []],
  ],
  "quarters and fiscal years": [
    ["Sales rose in Q1, in Q1 2020, in Q4 of 2019 and in H1 2020.", ["Q1=DATE 2021-Q1", "Q1 2020=DATE 2020-Q1", "Q4 of 2019=DATE 2019-Q4", "H1 2020=DATE 2020-H1"]],
    ["Sales rose in FY2019, FY21, FY 2020/21 and fiscal year 2017-18.", ["FY2019=DATE FY2019", "FY21=DATE FY2021", "FY 2020/21=DATE FY2020", "fiscal year 2017-18=DATE FY2017"]],
    ["Profit in the third quarter fell.", ["the third quarter=DATE 2020-Q3"], "2020-10-26"],
    ["Sales rose in the fourth quarter and will fall in the second quarter.", ["the fourth quarter=DATE 2020-Q4", "the second quarter=DATE 2021-Q2"]],
    ["A third-quarter loss of $3 million.", ["third-quarter=DATE 2020-Q3"], "2020-10-26"],
    ["Net in the third quarter was 5; a year earlier it was 4, and sales in the latest quarter rose from a year ago.", ["the third quarter=DATE 2020-Q3", "a year earlier=DATE 2019-Q3", "the latest quarter=DATE 2020-Q3", "a year ago=DATE 2019-Q3"], "2020-10-26"],
    ["The first quarter of 2009 was dire.", ["The first quarter of 2009=DATE 2009-Q1"]],
    ["Net in the third quarter rose. For the nine months it fell from a year earlier.", ["the third quarter=DATE 2020-Q3", "the nine months=DURATION P9M", "a year earlier=DATE 2019"], "2020-10-26"],
    ["A year-earlier loss and the year-ago quarter.", ["year-earlier=DATE 2019", "the year-ago quarter=DATE 2019"], "2020-10-26"],
    ["In fiscal 2019 it earned little.", ["fiscal 2019=DATE FY2019"]],
  ],
  "counted from another date in the text": [
    ["It burned down on May 1, 1992. A trust was set up within three months, judges said in April. The judge retires on April 17.", ["May 1, 1992=DATE 1992-05-01", "three months=DURATION P3M", "April=DATE 2021-04", "April 17=DATE 2021-04-17"]],
    ["He fell on 2 March, and the next morning he died.", ["2 March=DATE 2021-03-02", "the next morning=TIME 2021-03-03TMO"]],
    ["The ship sank on April 14, 1912. The next day, boats arrived.", ["April 14, 1912=DATE 1912-04-14", "The next day=DATE 1912-04-15"]],
    ["She won in May 2008. Two years later she lost.", ["May 2008=DATE 2008-05", "Two years later=DATE 2010"]],
    ["It was built in 2011. The following year it burned.", ["2011=DATE 2011", "The following year=DATE 2012"]],
    ["Shares fell on 9 April 2019 from the previous Friday.", ["9 April 2019=DATE 2019-04-09", "the previous Friday=DATE 2019-04-05"]],
    ["The boat sank on 4 November 2018; jurors heard every night was calm. At 1.52am it turned. She saw him two days earlier.", ["4 November 2018=DATE 2018-11-04", "every night=SET XXXX-XX-XXTNI", "1.52am=TIME 2018-11-04T01:52", "two days earlier=DATE 2018-11-02"]],
    ["They left on 3 March 2019 at 10:30 a.m.", ["3 March 2019=DATE 2019-03-03", "10:30 a.m.=TIME 2019-03-03T10:30"]],
  ],
  "times of day": [
    ["It opened at 9.30 on Monday; he paid 9.30 on Monday.", ["9.30 on Monday=TIME 2021-04-05T09:30", "Monday=DATE 2021-04-05"]],
    ["The alarm came at 11:45pm last night and at 1930hrs on Sunday.", ["11:45pm last night=TIME 2021-04-05T23:45", "1930hrs on Sunday=TIME 2021-04-04T19:30"]],
    ["At 12 noon it rang.", ["12 noon=TIME 2021-04-06T12:00"]],
    ["It is open between 8 and 10 p.m., 6-7 p.m. and 11 to 1 p.m. daily.", ["8=TIME 2021-04-06T20:00", "10 p.m.=TIME 2021-04-06T22:00", "6=TIME 2021-04-06T18:00", "7 p.m.=TIME 2021-04-06T19:00", "11=TIME 2021-04-06T11:00", "1 p.m.=TIME 2021-04-06T13:00", "daily=SET P1D"]],
    ["It sank at 1530 hours.", ["1530 hours=TIME 2021-04-06T15:30"]],
    ["It sank at half past three, at a quarter to nine or at midday.", ["half past three=TIME 2021-04-06T03:30", "quarter to nine=TIME 2021-04-06T08:45", "midday=TIME 2021-04-06T12:00"]],
    ["It sank at 10 p.m. last Friday.", ["10 p.m. last Friday=TIME 2021-04-02T22:00"]],
    ["He spoke on Tuesday morning.", ["Tuesday morning=TIME 2021-04-06TMO"]],
    ["He spoke at 5 p.m. EST, Nov. 9.", ["5 p.m. EST, Nov. 9=TIME 2020-11-09T17:00"]],
    ["He spoke last night and this evening.", ["last night=TIME 2021-04-05TNI", "this evening=TIME 2021-04-06TEV"]],
    ["It starts at noon Saturday.", ["noon Saturday=TIME 2021-04-10T12:00"]],
    ["It landed at 18:00 UTC.", ["18:00 UTC=TIME 2021-04-06T18:00Z"]],
    ["He spoke on Tuesday morning.", ["Tuesday morning=TIME XXXX-WXX-2TMO"], null],
  ],
  durations: [
    ["He was jailed for two years and six months, she for a year and a day.", ["two years and six months=DURATION P2Y6M", "a year and a day=DURATION P1Y1D"]],
    ["It took an hour, 20 minutes and ten seconds.", ["an hour, 20 minutes and ten seconds=DURATION PT1H20M10S"]],
    ["He served two years, five months of it in Leeds.", ["two years=DURATION P2Y", "five months=DURATION P5M"]],
    ["Half an hour ago it rained, and 48 hours ago it was dry.", ["Half an hour ago=DATE 2021-04-06", "48 hours ago=DATE 2021-04-04"]],
    ["Two hours ago it rained.", ["Two hours ago=DATE PAST_REF"], null],
    ["A week ago today it rained.", ["A week ago today=DATE 2021-03-30"]],
    ["On his two-day visit he slept.", ["two-day=DURATION P2D"]],
    ["For nearly forty years it stood.", ["nearly forty years=DURATION P40Y"]],
    ["In the past three months it fell.", ["the past three months=DURATION P3M"]],
    ["After 2 1/2 years it fell.", ["2 1/2 years=DURATION P2Y6M"]],
    ["It took a minute and a half.", ["a minute and a half=DURATION PT1M30S"]],
    ["It went on for a few days, then for years.", ["a few days=DURATION PXD", "years=DURATION PXY"]],
    ["The 8-month-old truce held.", ["8-month-old=DURATION P8M"]],
    ["In recent years it fell.", ["recent years=DURATION PXY"]],
  ],
  sets: [
    ["The annual summit was dull.", ["annual=SET P1Y"]],
    ["They meet every Monday and each July.", ["every Monday=SET XXXX-WXX-1", "each July=SET XXXX-07"]],
    ["They meet on Thursdays.", ["Thursdays=SET XXXX-WXX-4"]],
    ["It builds 15 a year.", ["a year=SET P1Y"]],
  ],
  "vague times": [
    ["We met the other day, on the other day of rest.", ["the other day=DATE PAST_REF"]],
    ["Until recently it was open; now it is shut.", ["recently=DATE PAST_REF", "now=DATE PRESENT_REF"]],
    ["In the past it was open, and may be in the near future.", ["the past=DATE PAST_REF", "the near future=DATE FUTURE_REF"]],
  ],
};

// nothing in these is a time
const negatives = [
  "They signed the Good Friday Agreement.",
  "He ran 6 to 8 miles, Q&A over, in half past-due bills.",
  "The FY of it, the Q5 and the H3.",
  "“We agree,” May said.",
  "Theresa May's plan failed.",
  "April Jones and August Wilson sang.",
  "They will march on the capital and may win.",
  "The march on Washington drew thousands.",
  "The Sunday Times and the Mail on Sunday reported it.",
  "Saturday Night Live mocked him.",
  "Bloody Sunday was shown in cinemas.",
  "He paid $2000 and counted 1998 people.",
  "The Boeing 1900 holds 19.",
  "The second man came first.",
  "A quarter of them left; three-quarters stayed.",
  "ABC's “This Week” aired it.",
  "He is in the fall of his career: a fall from grace.",
  "The spring in the mattress broke.",
  "The Daily Mail and the Annual Review wrote so.",
  "It is a matter of minutes’ walk, one said, and a second look helps.",
  "The score was 3:2 and John 3:16 was quoted.",
  "The future king met Mr. Noon.",
  "He is in his 70s and the water in the mid-30s.",
  "That was the day she left.",
  "914 Second Class degrees were given.",
  "Version 10.3.1 and page 2020-7 are out.",
  "",
];

suite("dates", () => {
  for (const [name, cases] of Object.entries(groups)) {
    suite(name, () => {
      for (const [text, expected, published] of cases) {
        test(`${text}${published === undefined ? "" : ` (${published})`}`, () => assert.deepEqual(told(text, published), expected));
      }
    });
  }

  suite("what is no time", () => {
    for (const text of negatives) test(text, () => assert.deepEqual(told(text), []));
  });

  for (const word of ["about", "the", "early", "6", "last", "a", "this", "May", "2021-", "twenty", "every", "and a half"]) {
    test(`a long text of nothing but “${word}” is read`, () => assert.doesNotThrow(() => datesIn(`${word} `.repeat(20_000))));
  }

  test("a value tells what it was counted from", () => {
    const text = "On 3 May 2019 it sank. The next day it was found, divers said on Monday.";
    const [sank, next, monday] = datesIn(text);
    assert.equal(sank?.anchoredTo, undefined);
    assert.deepEqual(next?.anchoredTo, { start: sank?.start, end: sank?.end });
    assert.equal(monday?.anchoredTo, "article");
  });

  test("any text gives mentions in order, apart, inside the text, and with a value", () => {
    const words = "the a last next this two third quarter year years ago earlier May April Monday morning 6 2021 - – , . ' ’80s 10:30 p.m. early mid end of every weekend fiscal now recent past".split(" ");
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 30 }), fc.constantFrom("2021-04-06", null, "no day"), (parts, published) => {
        const text = parts.join(" ");
        let end = 0;
        for (const mention of datesIn(text, published)) {
          assert.ok(mention.start >= end && mention.end > mention.start && mention.end <= text.length);
          assert.equal(text.slice(mention.start, mention.end).trim(), text.slice(mention.start, mention.end));
          assert.match(mention.value, /^[\dPXTF]/u);
          end = mention.end;
        }
      }),
    );
  });
});
