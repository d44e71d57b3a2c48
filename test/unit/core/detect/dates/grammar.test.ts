import assert from "node:assert/strict";
import { told } from "./toldDates.js";

const groups: Record<string, [text: string, expected: string[]][]> = {
  "counted back from another day": [
    ["Five years ago Monday the mill burned.", ["Five years ago Monday=DATE 2016-04-05"]],
    ["A year ago today it opened.", ["A year ago today=DATE 2020-04-06"]],
    ["A week ago Saturday the river rose.", ["A week ago Saturday=DATE 2021-03-27"]],
    ["Two years ago last night they met.", ["Two years ago=DATE 2019", "last night=TIME 2021-04-05TNI"]],
    ["Three years ago tomorrow night she spoke.", ["Three years ago tomorrow night=TIME 2018-04-07TNI"]],
    ["Ten years ago next month they left.", ["Ten years ago next month=DATE 2011-05"]],
    ["A month ago this was a field.", ["A month ago=DATE 2021-03"]],
  ],
  "weeks and their days": [
    ["It closed on Wednesday of last week.", ["Wednesday of last week=DATE 2021-03-31"]],
    ["The tram is back on Monday of next week.", ["Monday of next week=DATE 2021-04-12"]],
    ["It hailed until the Sunday before last.", ["the Sunday before last=DATE 2021-03-28"]],
    ["Work resumes the week after next.", ["the week after next=DATE 2021-W16"]],
    ["The lane shuts in the week beginning 19 April.", ["the week beginning 19 April=DATE 2021-W16"]],
    ["It was the third January running without snow.", ["January=DATE 2021-01"]],
    ["Hail fell last Thursday night as they slept.", ["last Thursday night=TIME 2021-04-01TNI"]],
  ],
  feasts: [
    ["She bakes it every Christmas Eve and each Easter.", ["every Christmas Eve=SET XXXX-12-24", "each Easter=SET P1Y"]],
    ["He proposed on Boxing Day last year.", ["Boxing Day last year=DATE 2020-12-26"]],
    ["They fly home for Xmas.", ["Xmas=DATE 2021-12-25"]],
  ],
  "hours and zones": [
    ["Call at 10 am Pacific or 6 p.m. Eastern Time.", ["10 am Pacific=TIME 2021-04-06T10:00", "6 p.m. Eastern Time=TIME 2021-04-06T18:00"]],
    ["At 10 am Pacific Gas called.", ["10 am=TIME 2021-04-06T10:00"]],
    ["He sailed on May 3, 1988. Sales rose last year. They rose in March and last month. The index stood at 900 at 9 a.m.", ["May 3, 1988=DATE 1988-05-03", "last year=DATE 2020", "March=DATE 2021-03", "last month=DATE 2021-03", "9 a.m.=TIME 2021-04-06T09:00"]],
  ],
  "told by a day beside it": [
    ["The day after Thanksgiving 2020 the mill closed.", ["The day after Thanksgiving 2020=DATE 2020-11-27"]],
    ["They met on the eve of Diwali and the Monday after Easter.", ["the eve of Diwali=DATE 2020-11-13", "the Monday after Easter=DATE 2021-04-05"]],
    ["The day after the storm she left.", []],
    ["The trial opens a week from Friday.", ["a week from Friday=DATE 2021-04-16"]],
    ["The lane is shut for two weeks from Friday.", ["two weeks=DURATION P2W", "Friday=DATE 2021-04-02"]],
    ["He died on May 1, 1999. Ten days before that, he sang.", ["May 1, 1999=DATE 1999-05-01", "Ten days before that=DATE 1999-04-21"]],
    ["It was built in May 1999. In July of that year it burned; the following spring it rose.", ["May 1999=DATE 1999-05", "July of that year=DATE 1999-07", "the following spring=DATE 2000-SP"]],
    ["She wed in 1988 and on 3 March the following year he left.", ["1988=DATE 1988", "3 March the following year=DATE 1989-03-03"]],
    ["The offer cost $300 a week after that.", ["a week=DURATION P1W"]],
  ],
  "spans and their ends": [
    ["Talks are set for Nov. 3-5 and again between Nov. 28 and Jan. 2.", ["Nov. 3=DATE 2021-11-03", "5=DATE 2021-11-05", "Nov. 28=DATE 2021-11-28", "Jan. 2=DATE 2022-01-02"]],
    ["It ran from Dec. 26 to Jan. 1.", ["Dec. 26=DATE 2020-12-26", "Jan. 1=DATE 2021-01-01"]],
    ["She sings Fri 9 – Sun 11 April and from Friday 16th to Sunday 18th April.", ["Fri 9=DATE 2021-04-09", "Sun 11 April=DATE 2021-04-11", "Friday 16th=DATE 2021-04-16", "Sunday 18th April=DATE 2021-04-18"]],
    ["It holds from 9pm Tuesday to 3am Thursday.", ["9pm Tuesday=TIME 2021-04-06T21:00", "3am Thursday=TIME 2021-04-08T03:00"]],
    ["The Flickers, who host the Rooks on Sunday, have lost. Their visit to Hale on Sunday failed.", ["Sunday=DATE 2021-04-11", "Sunday=DATE 2021-04-04"]],
    ["Visiting hours at the Hale Home on Thursday. Funeral Mass in Sacred Heart Church, Friday at 10:30 a.m.", ["Thursday=DATE 2021-04-08", "Friday=DATE 2021-04-09", "10:30 a.m.=TIME 2021-04-09T10:30"]],
    ["On a sticky Thursday she left. He spoke at a rally Thursday.", ["Thursday=DATE XXXX-WXX-4", "Thursday=DATE 2021-04-01"]],
    ["Shares slipped ahead of full-year results on Wednesday. She finished ahead of Hale on Sunday.", ["Wednesday=DATE 2021-04-07", "Sunday=DATE 2021-04-04"]],
    ["It takes effect on Friday. The krone had fallen earlier in the day.", ["Friday=DATE 2021-04-09", "earlier in the day=DATE 2021-04-06"]],
    ["It has been so since at least the fourth quarter.", ["the fourth quarter=DATE 2020-Q4"]],
    ["Both broke Resolution 1701 twice.", []],
    ["From 5 to 7 p.m. Thursday it rains.", ["5=TIME 2021-04-08T17:00", "7 p.m. Thursday=TIME 2021-04-08T19:00"]],
    ["Visiting is 5 to 7 p.m. Thursday, and the vault opens from 9 a.m. until noon on April 12.", ["5=TIME 2021-04-08T17:00", "7 p.m. Thursday=TIME 2021-04-08T19:00", "9 a.m.=TIME 2021-04-12T09:00", "noon on April 12=TIME 2021-04-12T12:00"]],
  ],
  "months and what was seen": [
    ["It is closed from November to March.", ["November=DATE 2020-11", "March=DATE 2021-03"]],
    ["Anyone with film of the road on Friday should call 1800 333 000.", ["Friday=DATE 2021-04-02"]],
    ["Anyone can join on Friday.", ["Friday=DATE 2021-04-09"]],
  ],
  "what was done on its day": [
    ["They peaked on 10 May and fell.", ["10 May=DATE 2020-05-10"]],
    ["They peaked on 10 April and fell.", ["10 April=DATE 2021-04-10"]],
    ["It will be opened on May 10.", ["May 10=DATE 2021-05-10"]],
    ["A rally planned on May 10 is off.", ["May 10=DATE 2021-05-10"]],
    ["Trains cancelled on 10 May are listed.", ["10 May=DATE 2021-05-10"]],
    ["A hall to be opened on May 10 burned.", ["May 10=DATE 2021-05-10"]],
  ],
  "years behind a span": [
    ["It was fought from September to December 1944.", ["September=DATE 1944-09", "December 1944=DATE 1944-12"]],
    ["It ran between November and March 2019.", ["November=DATE 2018-11", "March 2019=DATE 2019-03"]],
    ["He ruled between Sept. 3 and Jan. 5, 2019.", ["Sept. 3=DATE 2018-09-03", "Jan. 5, 2019=DATE 2019-01-05"]],
    ["It lasts until Friday midnight.", ["Friday midnight=TIME 2021-04-09T24:00"]],
  ],
  "presents of the calendar": [
    ["Bonfire Night falls on Friday.", ["Bonfire Night=DATE 2021-11-05", "Friday=DATE 2021-04-09"]],
    ["Delays could last through the weekend.", ["the weekend=DATE 2021-W14-WE"]],
    ["They met on Tuesday last week.", ["Tuesday last week=DATE 2021-03-30"]],
    ["They met on Tuesday last week's rain had flooded.", ["Tuesday=DATE 2021-04-06", "last week=DATE 2021-W13"]],
    ["It ends at 5:16 p.m. NDT.", ["5:16 p.m. NDT=TIME 2021-04-06T17:16"]],
    ["He rested on Holy Saturday.", ["Holy Saturday=DATE 2021-04-03"]],
  ],
  "parts of periods": [
    ["By the end of the month we will know.", ["the end of the month=DATE 2021-04"]],
    ["It rose in the first half of the year and the last quarter of 2020.", ["the first half of the year=DATE 2021-H1", "the last quarter of 2020=DATE 2020-Q4"]],
    ["Sales grew in the third quarter of FY20.", ["the third quarter of FY20=DATE FY2020-Q3"]],
    ["Over the past two fiscal years it grew.", ["the past two fiscal years=DURATION P2Y"]],
    ["It fell in the 2008 fiscal year.", ["2008=DATE 2008"]],
  ],
  "what recurs": [
    ["They sing every other Thursday and every second Sunday morning.", ["every other Thursday=SET XXXX-WXX-4", "every second Sunday morning=SET XXXX-WXX-7TMO"]],
    ["Martha Daily spoke. Daily said no. Daily bread is dear.", ["Daily=SET P1D"]],
  ],
  "days of feasts": [
    ["Diwali is on Nov. 4. Super Bowl Sunday 2021 was cold.", ["Diwali=DATE 2021-11-04", "Nov. 4=DATE 2021-11-04", "Super Bowl Sunday 2021=DATE 2021-02-07"]],
    ["They danced on Old Year's Night and on the August bank holiday.", ["Old Year's Night=DATE 2020-12-31", "August bank holiday=DATE 2020-08-31"]],
    ["Hanukkah began on Friday, the 2nd.", ["Friday, the 2nd=DATE 2021-04-02"]],
  ],
  "hours of told days": [
    ["The vigil is on Saturday, the burial at 11 a.m. the following day.", ["Saturday=DATE 2021-04-10", "11 a.m. the following day=TIME 2021-04-11T11:00"]],
    ["It was 10:30 p.m. Monday (0330 GMT Tuesday).", ["10:30 p.m. Monday=TIME 2021-04-05T22:30", "0330 GMT Tuesday=TIME 2021-04-06T03:30Z"]],
    ["Rain will last through Friday. She said so at a 9 a.m. briefing.", ["Friday=DATE 2021-04-09", "9 a.m.=TIME 2021-04-06T09:00"]],
    ["The bones were buried 4,000 years ago.", ["4,000 years ago=DATE PAST_REF"]],
    ["She leaves office on Friday.", ["Friday=DATE 2021-04-09"]],
  ],
  "hours of half a day": [
    ["A talk begins at half past seven in the evening.", ["half past seven in the evening=TIME 2021-04-06T19:30"]],
    ["He woke at six o'clock in the morning.", ["six o'clock in the morning=TIME 2021-04-06T06:00"]],
    ["Shots fell at ten o'clock at night.", ["ten o'clock at night=TIME 2021-04-06T22:00"]],
  ],
  years: [
    ["The winter of 2018/19 was mild.", ["The winter of 2018/19=DATE 2018-WI"]],
    ["She lives at 1851 North Alder Street.", []],
    ["A 2007 Supreme Court ruling stands.", ["2007=DATE 2007"]],
  ],
  "no stretch of time": [
    ["Minutes of the meeting were read.", []],
    ["He signed the minutes of the last meeting.", []],
  ],
  "what was, though a month to come is named before it": [
    ["She is 90 in October. The boat was cancelled on the 3rd.", ["October=DATE 2021-10", "the 3rd=DATE 2021-04-03"]],
    ["She is 90 in October. They will sail on the 3rd.", ["October=DATE 2021-10", "the 3rd=DATE 2021-10-03"]],
  ],
  "what is still to come": [
    ["His funeral is on Saturday.", ["Saturday=DATE 2021-04-10"]],
    ["The county fair is July 30.", ["July 30=DATE 2021-07-30"]],
    ["The display was extended to 9 November.", ["9 November=DATE 2021-11-09"]],
    ["The hearing was put back to Friday.", ["Friday=DATE 2021-04-09"]],
    ["On Friday she swims in the final.", ["Friday=DATE 2021-04-09"]],
    ["On Friday he says he saw her.", ["Friday=DATE 2021-04-02"]],
    ["Bern visits Chur on Saturday.", ["Saturday=DATE 2021-04-10"]],
    ["His visits on Saturday went well.", ["Saturday=DATE 2021-04-03"]],
    ["Hail is forecast through Friday.", ["Friday=DATE 2021-04-09"]],
    ["The final is in Chur in February.", ["February=DATE 2022-02"]],
    ["The talk is at the Rex in Chur at 7 p.m. on Thursday.", ["7 p.m. on Thursday=TIME 2021-04-08T19:00"]],
    ["She was to be sworn in on Thursday.", ["Thursday=DATE 2021-04-08"]],
    ["She was to have been sworn in on Thursday.", ["Thursday=DATE 2021-04-01"]],
    ["They warned of more hail through Thursday.", ["Thursday=DATE 2021-04-08"]],
    ["He flew in from Chur, where he plays for Hale, on Friday.", ["Friday=DATE 2021-04-02"]],
    ["The curfew runs through Thursday.", ["Thursday=DATE 2021-04-08"]],
    ["Ann told us she's 90 in February!", ["February=DATE 2022-02"]],
    ["She is moving to Chur in February.", ["February=DATE 2022-02"]],
    ["Is it wise to travel in February?", ["February=DATE 2022-02"]],
  ],
};

for (const [group, cases] of Object.entries(groups)) {
  suite(`dates: ${group}`, () => {
    for (const [text, expected] of cases) test(text, () => assert.deepEqual(told(text), expected));
  });
}
