/**
 * Every id that the extension contributes, once. A test compares these lists with package.json; nothing else in the code spells one.
 */

export const commands = {
  readAsArticle: "onRecord.readAsArticle",
  doNotReadAsArticle: "onRecord.doNotReadAsArticle",
  analyzeAgain: "onRecord.analyzeAgain",
  toggleHighlights: "onRecord.toggleHighlights",
  chooseHighlights: "onRecord.chooseHighlights",
  colorByKind: "onRecord.colorByKind",
  colorBySpeaker: "onRecord.colorBySpeaker",
  nextStatement: "onRecord.nextStatement",
  previousStatement: "onRecord.previousStatement",
  nextMention: "onRecord.nextMention",
  previousMention: "onRecord.previousMention",
  goToAnnotation: "onRecord.goToAnnotation",
  showEntity: "onRecord.showEntity",
  acceptStatement: "onRecord.acceptStatement",
  rejectStatement: "onRecord.rejectStatement",
  proposeAgain: "onRecord.proposeAgain",
  changeSpeaker: "onRecord.changeSpeaker",
  copyCitation: "onRecord.copyCitation",
  groupBySpeaker: "onRecord.groupBySpeaker",
  groupByPosition: "onRecord.groupByPosition",
  groupByKind: "onRecord.groupByKind",
  showThoughts: "onRecord.showThoughts",
  hideThoughts: "onRecord.hideThoughts",
  filterStatements: "onRecord.filterStatements",
  clearFilter: "onRecord.clearFilter",
  saveAnnotations: "onRecord.saveAnnotations",
  exportAnnotations: "onRecord.exportAnnotations",
  openAnnotationsFile: "onRecord.openAnnotationsFile",
  repairAnnotationsFile: "onRecord.repairAnnotationsFile",
  compareAnnotations: "onRecord.compareAnnotations",
  acceptMention: "onRecord.acceptMention",
  rejectMention: "onRecord.rejectMention",
  proposeMentionAgain: "onRecord.proposeMentionAgain",
  changeKind: "onRecord.changeKind",
  fitToSelection: "onRecord.fitToSelection",
  splitStatement: "onRecord.splitStatement",
  joinStatements: "onRecord.joinStatements",
  addStatement: "onRecord.addStatement",
  addMention: "onRecord.addMention",
  setCue: "onRecord.setCue",
  setSource: "onRecord.setSource",
  setWhen: "onRecord.setWhen",
  setWhere: "onRecord.setWhere",
  renameEntity: "onRecord.renameEntity",
  mergeEntities: "onRecord.mergeEntities",
  splitMention: "onRecord.splitMention",
  changeType: "onRecord.changeType",
  choosePlace: "onRecord.choosePlace",
  setDateValue: "onRecord.setDateValue",
  setArticleDate: "onRecord.setArticleDate",
  reattach: "onRecord.reattach",
  deleteFinding: "onRecord.deleteFinding",
  deleteUndecided: "onRecord.deleteUndecided",
  undoAnnotationChange: "onRecord.undoAnnotationChange",
  redoAnnotationChange: "onRecord.redoAnnotationChange",
  startReview: "onRecord.startReview",
  stopReview: "onRecord.stopReview",
  nextUnreviewed: "onRecord.nextUnreviewed",
  reviewAccept: "onRecord.reviewAccept",
  reviewReject: "onRecord.reviewReject",
  reviewSkip: "onRecord.reviewSkip",
  reviewUndo: "onRecord.reviewUndo",
  filterByStatus: "onRecord.filterByStatus",
  addNote: "onRecord.addNote",
  saveNote: "onRecord.saveNote",
  editNote: "onRecord.editNote",
  saveEditedNote: "onRecord.saveEditedNote",
  cancelNote: "onRecord.cancelNote",
  deleteNote: "onRecord.deleteNote",
  reviewHint: "onRecord.reviewHint",
  showUnsaved: "onRecord.showUnsaved",
  showLog: "onRecord.showLog",
} as const;

export type CommandId = (typeof commands)[keyof typeof commands];

/** Keys below the section `onRecord`. */
export const settings = {
  highlightsEnabled: "highlights.enabled",
  highlightKinds: "highlights.kinds",
  colorBy: "highlights.colorBy",
  hover: "hover.enabled",
  followCursor: "trees.followCursor",
  groupBy: "trees.groupBy",
  thoughts: "statements.thoughts",
  include: "articles.include",
  exclude: "articles.exclude",
  detect: "articles.detect",
  maximumLength: "articles.maximumLength",
  home: "articles.home",
  problems: "problems.enabled",
  saveWithArticle: "sidecar.saveWithArticle",
  deleteWithArticle: "sidecar.deleteWithArticle",
} as const;

export type SettingKey = (typeof settings)[keyof typeof settings];

/** Of settings that are one of several words: these. */
export const settingChoices = {
  [settings.colorBy]: ["kind", "speaker"],
  [settings.groupBy]: ["speaker", "position", "kind"],
  [settings.deleteWithArticle]: ["ask", "always", "never"],
} as const satisfies { readonly [K in SettingKey]?: readonly string[] };

/** The section that all settings are in. */
export const settingsSection = "onRecord";

export const contextKeys = {
  /** True while the active editor shows an article. */
  articleActive: "onRecord.articleActive",
  /** "none" (no editor), "notArticle", "analyzing", "ready", "tooLong", "failed": of the active editor. */
  articleState: "onRecord.articleState",
  /** True while the annotations file of the active editor's article is there and cannot be read. */
  sidecarRefused: "onRecord.sidecarRefused",
  filterActive: "onRecord.filterActive",
  /** True while the list of statements has no row for the article that is read: not while the editor still fetches them. */
  listEmpty: "onRecord.listEmpty",
  groupBy: "onRecord.groupBy",
  thoughtsShown: "onRecord.thoughtsShown",
  colorBy: "onRecord.colorBy",
  /** What the cursor is on: "statement", "accepted" (of a statement), "entity", "name", "place", "date", several with spaces between. */
  atCursor: "onRecord.atCursor",
  /** True while something that is no longer in its text is kept of the active article. */
  hasOrphans: "onRecord.hasOrphans",
  /** True while the active editor shows the article that is reviewed: single keys decide then. */
  reviewing: "onRecord.reviewing",
} as const;

export type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];

export const views = {
  container: "onRecord",
  statements: "onRecord.statements",
  entities: "onRecord.entities",
} as const;

/** Names the extension in the Problems view. */
export const diagnosticSource = "On Record";

/** The comments of this id are people's remarks on statements. */
export const commentControllerId = "on-record-notes";

/** Kinds of highlight that can be switched off and on, each with the words of its setting. */
export const highlightKinds = ["quotes", "speakers", "cues", "people", "organizations", "places", "dates"] as const;

export type HighlightKind = (typeof highlightKinds)[number];

export const colors = {
  directQuote: "onRecord.directQuoteBackground",
  reportedQuote: "onRecord.reportedQuoteUnderline",
  speaker: "onRecord.speakerUnderline",
  cue: "onRecord.cueForeground",
  unattributed: "onRecord.unattributedBorder",
  person: "onRecord.personUnderline",
  organization: "onRecord.organizationUnderline",
  place: "onRecord.placeUnderline",
  date: "onRecord.dateUnderline",
  speaker1: "onRecord.speaker1",
  speaker2: "onRecord.speaker2",
  speaker3: "onRecord.speaker3",
  speaker4: "onRecord.speaker4",
  speaker5: "onRecord.speaker5",
  speaker6: "onRecord.speaker6",
  speaker7: "onRecord.speaker7",
  speaker8: "onRecord.speaker8",
  speaker1Background: "onRecord.speaker1Background",
  speaker2Background: "onRecord.speaker2Background",
  speaker3Background: "onRecord.speaker3Background",
  speaker4Background: "onRecord.speaker4Background",
  speaker5Background: "onRecord.speaker5Background",
  speaker6Background: "onRecord.speaker6Background",
  speaker7Background: "onRecord.speaker7Background",
  speaker8Background: "onRecord.speaker8Background",
} as const;

export type ColorId = (typeof colors)[keyof typeof colors];
