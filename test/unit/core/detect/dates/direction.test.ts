import assert from "node:assert/strict";
import { told } from "./toldDates.js";

// the article's day is Tuesday, 6 April 2021, where a case names no other
const groups: Record<string, [text: string, expected: string[], published?: string | null][]> = {
  "what is to come": [
    ["“We’ll be meeting on Friday in Hale,” she said.", ["Friday=DATE 2021-04-09"]],
    ["She is running in Thursday's race, and he is organizing a fair on Friday.", ["Thursday=DATE 2021-04-08", "Friday=DATE 2021-04-09"]],
    ["The advert could hit the screens Monday.", ["Monday=DATE 2021-04-12"]],
    ["They aim to fill a million bags by Thursday.", ["Thursday=DATE 2021-04-08"]],
    ["Send an e-mail to the clerk by Friday.", ["Friday=DATE 2021-04-09"]],
    ["Rain is predicted for Thursday.", ["Thursday=DATE 2021-04-08"]],
    ["The sale is being held through Saturday.", ["Saturday=DATE 2021-04-10"]],
    ["It was not on the agenda for Monday.", ["Monday=DATE 2021-04-12"]],
  ],
  "a notice without a verb": [
    ["Closed through Thursday for repairs.", ["Thursday=DATE 2021-04-08"]],
    ["Lane closures Wednesday and Thursday.", ["Wednesday=DATE 2021-04-07", "Thursday=DATE 2021-04-08"]],
    ["Partly sunny again on Friday.", ["Friday=DATE 2021-04-09"]],
    ["Funeral Mass in Hale, Friday at 10.", ["Friday=DATE 2021-04-09"]],
    ["Cash was taken at the Quorn Funeral Home, 4 Mill Road, Thursday.", ["Thursday=DATE 2021-04-01"]],
    ["It was sunny on Friday.", ["Friday=DATE 2021-04-02"]],
    ["Shares closed up a penny on Friday.", ["Friday=DATE 2021-04-02"]],
  ],
  "what is over": [
    ["The mother changed her story by Thursday.", ["Thursday=DATE 2021-04-01"]],
    ["The clubs raised $9 million by the end of March.", ["the end of March=DATE 2021-03"]],
    ["The clubs were ordered to raise $9 million by the end of May.", ["the end of May=DATE 2021-05"]],
    ["She told the radio host Ann Bell on Wednesday that it was a joke.", ["Wednesday=DATE 2021-03-31"]],
    ["He is coming off a strong show Thursday.", ["Thursday=DATE 2021-04-01"]],
    ["It changed its plans after a loss on Saturday.", ["Saturday=DATE 2021-04-03"]],
    ["It plans a sale on Saturday.", ["Saturday=DATE 2021-04-10"]],
    ["After warnings from Lima on Thursday, it fell silent.", ["Thursday=DATE 2021-04-01"]],
    ["Even with his win in the race Thursday, it remains hard.", ["Thursday=DATE 2021-04-01"]],
    ["The files go as far back as June.", ["June=DATE 2020-06"]],
  ],
  "days that name nobody": [
    ["The shop was robbed by an armed man Monday morning.", ["Monday morning=TIME 2021-04-05TMO"]],
    ["They held a man Friday.", ["Friday=DATE 2021-04-02"]],
    ["It was a good Friday for shares.", ["Friday=DATE 2021-04-02"]],
    ["He was her man Friday for a while.", []],
    ["She likes casual Friday and the Black Friday sale.", ["Black Friday=DATE 2020-11-27"]],
    ["They won on Super Tuesday.", ["Super Tuesday=DATE 2020-03-03"], "2020-04-06"],
  ],
  "how often": [
    ["The semi-annual fair and a twice-weekly show.", ["semi-annual=SET P6M", "twice-weekly=SET P1W"]],
    ["It is a semi-final and a bi-partisan deal.", []],
    ["The sirens ring at noon on Wednesdays.", ["noon on Wednesdays=SET XXXX-WXX-3T12:00"]],
    ["It meets every Monday at 9 a.m. and rests.", ["every Monday=SET XXXX-WXX-1", "9 a.m.=SET XXXX-WXX-1T09:00"]],
    ["It met Monday at 9 a.m. and rested.", ["Monday=DATE 2021-04-05", "9 a.m.=TIME 2021-04-05T09:00"]],
  ],
  "weekdays counted back": [
    ["Two Sundays ago it snowed.", ["Two Sundays ago=DATE 2021-03-28"]],
    ["One Tuesday ago it snowed.", ["One Tuesday ago=DATE 2021-03-30"]],
    ["Two Sundays running it snowed.", ["Sundays=SET XXXX-WXX-7"]],
  ],
  "hours": [
    ["Boats sank overnight Saturday.", ["overnight Saturday=TIME 2021-04-03TNI"]],
    ["Boats sank overnight.", ["overnight=TIME 2021-04-06TNI"]],
    ["The hearing is on May 9.\n\n2:00 p.m.\n\nShe has arrived.", ["May 9=DATE 2021-05-09", "2:00 p.m.=TIME 2021-04-06T14:00"]],
    ["The hearing is on May 9. It begins at 2:00 p.m. and ends late.", ["May 9=DATE 2021-05-09", "2:00 p.m.=TIME 2021-05-09T14:00"]],
  ],
  "another year by the way": [
    ["Terms end on March 31, 2024, and it meets again on April 8.", ["March 31, 2024=DATE 2024-03-31", "April 8=DATE 2021-04-08"]],
    ["It began on March 31, 2014, and by April 8 it was over.", ["March 31, 2014=DATE 2014-03-31", "April 8=DATE 2014-04-08"]],
  ],
};

suite("dates by the tense of their sentence", () => {
  for (const [group, cases] of Object.entries(groups)) {
    test(group, () => {
      for (const [text, expected, published = "2021-04-06"] of cases) assert.deepEqual(told(text, published), expected, text);
    });
  }
});
