import assert from "node:assert/strict";
import { findNames } from "../../../../../src/core/detect/names.js";
import { readArticle } from "../../../../../src/core/text/readArticle.js";

/** Roles of the first person in a text. */
function rolesIn(text: string): string[] {
  const article = readArticle({ text });
  const person = article.blocks.flatMap((block) => findNames(article, block, [], [])).find(({ type, confidence }) => type === "person" && confidence >= 0.5);
  return (person?.roles ?? []).map(({ start, end }) => text.slice(start, end));
}

suite("roles", () => {
  const told: [string, string[]][] = [
    ["The plan of Foreign Minister Tomas Lindqvist failed.", ["Foreign Minister"]],
    ["The plan of former deputy mayor Tomas Lindqvist failed.", ["former deputy mayor"]],
    ["The editor in chief Peter Hollis sang.", ["editor in chief"]],
    ["Bishop Emeritus Peter Hollis sang.", ["Bishop Emeritus"]],
    ["The governor of Brindle County called Peter Hollis.", []],
    ["The film, which stars Peter Hollis, is new.", []],
    ["Mother of Brindle man Peter Hollis sang.", ["Brindle man"]],
    ["The cousin of NBA star Peter Hollis sang.", ["NBA star"]],
    ["The daughter-in-law of miner Peter Hollis sang.", ["miner"]],
    ["Father of three Peter Hollis sang.", ["Father of three"]],
    ["Minister of State for Interior Peter Hollis sang.", ["Minister of State for Interior"]],
    ["Marks & Spencer's boss Peter Hollis sang.", ["Marks & Spencer's boss"]],
    ["Fine Gael TD Peter Hollis sang.", ["Fine Gael TD"]],
    ["The secretary to the governor, Peter Hollis, sang.", ["secretary to the governor"]],
    ["The Commission on Fair Trade chairman Peter Hollis sang.", ["Commission on Fair Trade chairman"]],
    ["Yesterday nurse practitioner Peter Hollis sang.", ["nurse practitioner"]],
    ["Electricity Minister Peter Hollis sang.", ["Electricity Minister"]],
    ["Later Minister Peter Hollis sang.", ["Minister"]],
    ["They grew under President Peter Hollis.", ["President"]],
    ["It was the Duchess of Brindle and Lady Laura Hollis who called.", ["Lady"]],
    ["He hugged his son, Peter Hollis, his daughter, Sam, and left.", ["son"]],
    ["Yesterday Sqn Ldr Peter Hollis sang.", ["Sqn Ldr"]],
    ["Climate Change Minister Peter Hollis sang.", ["Climate Change Minister"]],
    ["It was 40 C. Mayor Peter Hollis sang.", ["Mayor"]],
    ["The adviser to president Peter Hollis sang.", ["president"]],
    ["Yesterday Peter Hollis, senator representing the coast, sang.", ["senator"]],
    ["Yesterday Minister in the Prime Minister’s Department Datuk Seri Dr Laura Hollis sang.", ["Minister in the Prime Minister’s Department"]],
    ["Yesterday Minister of State in the Treasury Laura Hollis sang.", ["Minister of State in the Treasury"]],
    ["The Senate President, Dr. Peter Hollis, sang.", ["Senate President"]],
    ["In the end, Dr. Peter Hollis, 54, sang.", ["Dr."]],
    ["Yesterday Peter Hollis, 54, a retired farmer, sang.", ["a retired farmer"]],
    ["Yesterday Peter Hollis, a London-based lawyer, sang.", ["a London-based lawyer"]],
    ["Yesterday Peter Hollis, an injured player, sang.", ["an injured player"]],
    ["Yesterday Fr Peter Hollis sang.", ["Fr"]],
    ["Yesterday Det Con Laura Hollis sang.", ["Det Con"]],
    ["Yesterday Det Ch Insp Laura Hollis sang.", ["Det Ch Insp"]],
    ["Yesterday the actor Peter Hollis sang.", ["actor"]],
    ["It was Secretary for Security Peter Hollis who called.", ["Secretary for Security"]],
    ["Yesterday Bank of Japan governor Peter Hollis sang.", ["Bank of Japan governor"]],
    ["Yesterday the late Sir Peter Hollis was told of.", ["Sir"]],
    ["Yesterday Peter Hollis, a farmer from Kent, sang.", ["a farmer from Kent"]],
    ["Yesterday Peter Hollis, 54, a farmer from Kent, sang.", ["a farmer from Kent"]],
    ["Yesterday Peter Hollis, the prime minister, sang.", ["prime minister"]],
    ["Yesterday Peter Hollis, spokesman for the union, sang.", ["spokesman for the union"]],
    ["Yesterday Peter Hollis, assistant district attorney for Kent, sang.", ["assistant district attorney for Kent"]],
    ["In March the foreign minister, Peter Hollis, resigned.", ["foreign minister"]],
    ["Actor and director Peter Hollis sang.", ["Actor and director"]],
    ["It was Halden Foods chairman and chief executive Peter Hollis who called.", ["Halden Foods chairman and chief executive"]],
    ["The host and Senator Peter Hollis met.", ["Senator"]],
    ["Halden's aide and Senator Peter Hollis met.", ["Senator"]],
    ["Mother and daughter Laura and Anna Hollis met.", ["daughter"]],
    ["He has no counsel and attorney Peter Hollis left.", ["attorney"]],
    ["Mayor Pro Tem Peter Hollis sang.", ["Mayor Pro Tem"]],
    ["Otunba Peter Hollis and others sang.", ["Otunba"]],
    ["It was Msgr. Peter Hollis who called.", ["Msgr."]],
    ["PC Rob Hollis called.", ["PC"]],
    ["It was Minister of State for Home Affairs Peter Hollis who called.", ["Minister of State for Home Affairs"]],
    ["The Governor of Halden, Peter Hollis, sang.", ["Governor of Halden"]],
    ["Yesterday Laura Hollis, novelist Peter Keane's wife, sang.", ["novelist Peter Keane's wife"]],
    ["It was Secretary of State Peter Hollis who called.", ["Secretary of State"]],
    ["An attorney for the family, Peter Hollis, called.", ["An attorney for the family"]],
    ["Minister of Health, Brigadier Peter Hollis has called.", ["Brigadier", "Minister of Health"]],
    ["According to the head of the truckers' union, Peter Hollis, it is late.", ["head of the truckers' union"]],
    ["That is the view of the permanent secretary in the Ministry of Health, Peter Hollis.", ["permanent secretary in the Ministry of Health"]],
    ["The Foreign Ministry's ambassador to the bank, Peter Hollis, called.", ["ambassador to the bank"]],
    ["The island's envoy to the bank, Peter Hollis, called.", ["envoy to the bank"]],
    ["It was the EAM S Ramanathan who called.", ["EAM"]],
    ["It was Prof. Peter Hollis who called.", ["Prof."]],
    ["Yesterday Peter Hollis, the US secretary of state, sang.", ["US secretary of state"]],
    ["It was Lt. Gen. Peter Hollis who called.", ["Lt. Gen."]],
    ["Later Attorney General (AG) Peter Hollis called.", ["Attorney General"]],
    ["The Director of Public Prosecutions (DPP), Peter Hollis, called.", ["Director of Public Prosecutions"]],
    ["Later Brigadier (Ret’d) Peter Hollis called.", ["Brigadier"]],
    ["It was told by ZPU Secretary-General, Peter Hollis, in May.", ["ZPU Secretary-General"]],
    ["He is responsible for Finance Dr. Peter Hollis said.", ["Dr."]],
    ["Coun. Peter Hollis and others called.", ["Coun."]],
    ["“Harbour Nights” stars Peter Hollis and others.", []],
    ["It was ASI Peter Hollis who called.", ["ASI"]],
    ["They grew under incoming President Peter Hollis.", ["incoming President"]],
    ["Superintendent V. Hollis, District Officer M. Keane, and others called.", ["Superintendent"]],
    ["Later Chief Supt. Peter Hollis called.", ["Chief Supt."]],
    ["In the Lords, Lord Hollis called.", ["Lord"]],
    ["Later Menteri Besar Peter Hollis called.", ["Menteri Besar"]],
    ["The firm's chief financial officer, Peter Hollis, called.", ["chief financial officer"]],
    ["Halden's chief financial officer, Peter Hollis, called.", ["Halden's chief financial officer"]],
    ["Then \"Queen of Soul\" Anna Keane sang.", ["Queen of Soul"]],
    ["Samsung Electronics vice chairman Peter Hollis sang.", ["Samsung Electronics vice chairman"]],
    ["The Vandra-e-Halden chairman Peter Hollis sang.", ["Vandra-e-Halden chairman"]],
    ["Later Vandra chairman Peter Hollis sang.", ["Vandra chairman"]],
  ];
  for (const [text, roles] of told) test(text, () => assert.deepEqual(rolesIn(text), roles));

  test("a particle is no border of whose role it is", () => {
    const text = "Bill de Halden's lawyer, Anna Keane, sang.";
    const article = readArticle({ text });
    const roles = article.blocks.flatMap((block) => findNames(article, block, [], [])).flatMap((name) => name.roles);
    assert.deepEqual(roles.map(({ start, end }) => text.slice(start, end)), ["Bill de Halden's lawyer"]);
  });

  test("what begins within a body's name has it whole", () => {
    const text = "Port Authority director Anna Keane sang.";
    const article = readArticle({ text });
    const roles = article.blocks.flatMap((block) => findNames(article, block, [], [])).flatMap((name) => name.roles);
    assert.deepEqual(roles.map(({ start, end }) => text.slice(start, end)), ["Port Authority director"]);
  });

  test("in a list an office before the next name is not the name's before it", () => {
    const text = "On stage were Peter Hollis, Superintendent of Police Anna Keane and Omar Hale, a spokesman for Mayor Ida Brandt.";
    const article = readArticle({ text });
    const people = article.blocks.flatMap((block) => findNames(article, block, [], [])).map(({ start, end, roles }) => [text.slice(start, end), ...roles.map((role) => text.slice(role.start, role.end))]);
    assert.deepEqual(people, [["Peter Hollis"], ["Anna Keane", "Superintendent of Police"], ["Omar Hale", "a spokesman for Mayor Ida Brandt"], ["Ida Brandt", "Mayor"]]);
  });

  const untold = [
    "The Secretary of State for Peter Hollis left.",
    "On stage were Peter Hollis, businesswoman Anna Keane, and others.",
    "Yesterday Peter Hollis sang.",
    "Yesterday Peter Hollis, 54, thanked former president Njoroge Abuto.",
    "Yesterday Peter Hollis, 34, became interim leader.",
    "Hull will host Peter Hollis.",
    "Hull is to host Peter Hollis.",
    "After talks with the head of the union, Hollis left.",
    "After talks with the head of the union, Peter Hollis left.",
    "Having met the minister of health in the hall, Peter Hollis left.",
    "After meeting Kenya's ambassador to Norway, Peter Hollis left.",
    "After talks with Peter Hollis, the minister left.",
    "We met Peter Hollis, and the mayor was late.",
    "He thanked Mr. Hollis for it.",
    "Near Peter Hollis, 54, stood a tree.",
    "Peter Hollis, Karen Oduya and others sang.",
    "Peter Hollis, Ayatollah Omar Keane and Karen Oduya sang.",
    "After meeting Halden's lawyer, Peter Hollis left.",
    "He thanked Mrs. Hollis for it.",
    "He told Peter Hollis, who told us secretaries of it.",
  ];
  for (const text of untold) test(`none in: ${text}`, () => assert.deepEqual(rolesIn(text), []));
});
