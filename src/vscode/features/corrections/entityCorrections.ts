import * as vscode from "vscode";
import type { Entity, EntityType, PlaceAlternative } from "../../../core/document/annotationDocument.js";
import { behindName } from "../../../core/describe/direction.js";
import { indexOf, type DocumentIndex } from "../../../core/document/documentIndex.js";
import { withinMarks } from "../../../core/describe/marks.js";
import { describeCoordinates, describePlace } from "../../../core/describe/places.js";
import { mergeEntities, renameEntity, setEntityType, setPlace } from "../../../core/store/decisionsAboutEntities.js";
import { describeType } from "../../../core/describe/types.js";
import { commands } from "../../ids.js";
import { editorWording } from "../../services/wording.js";
import { Gestures } from "../../gestures/gestures.js";
import type { EntitiesMeant } from "../../gestures/meant.js";
import type { FeatureDependencies } from "../feature.js";
import { ask, type Choice } from "../../gestures/chooseAmong.js";

const TYPES: readonly EntityType[] = ["person", "organization", "place", "group"];

/** What a person corrects about people, organizations and places: name, type, which place it is, who is the same as whom. */
export function registerEntityCorrections(deps: FeatureDependencies): vscode.Disposable {
  const gestures = new Gestures(deps);
  gestures.onEntity(commands.renameEntity, (meant, value) => rename(meant, value, deps));
  gestures.onEntities(commands.mergeEntities, (meant, value) => merge(meant, value, deps));
  gestures.onEntities(commands.changeType, (meant, value) => changeType(meant, value, deps));
  gestures.onEntity(commands.choosePlace, (meant, value) => choosePlace(meant, value, deps), placeHint());
  return gestures;
}

async function rename({ uri, entities }: EntitiesMeant, given: unknown, deps: FeatureDependencies): Promise<void> {
  const { l10n } = vscode;
  const found = find(uri, entities, deps);
  if (!found) return;
  const { index, entity } = found;
  const name =
    typeof given === "string"
      ? given
      : await vscode.window.showInputBox({
          title: l10n.t("Rename {0}", entity.name),
          prompt: l10n.t("The new name is shown in lists, cards and exports. The article itself is not changed."),
          value: entity.name,
          validateInput: (value) => (value.trim() === "" ? l10n.t("Give a name.") : undefined),
        });
  if (name === undefined || name.trim() === "") return;
  deps.decisions.decide({ uri, label: l10n.t("Rename"), done: l10n.t("Renamed to {0}", name.trim()), asked: statementsOf(index, [entity.id]), change: (before) => renameEntity(before, entity.id, name.trim()) });
}

/** Several that are chosen become one of them; of a single one a person says whom it is the same as. */
async function merge({ uri, entities }: EntitiesMeant, given: unknown, deps: FeatureDependencies): Promise<void> {
  const { l10n } = vscode;
  const found = find(uri, entities, deps);
  if (!found) return;
  const { index, entity } = found;
  const known = entities.map((id) => index.entity(id)).filter((each) => each !== undefined);
  const weight = ({ id }: Entity): number => index.statementsOf(id).length + index.mentions(id).length;
  const others = index.document.entities.filter(({ id }) => id !== entity.id && (index.mentions(id).length > 0 || index.statementsOf(id).length > 0));
  const listed = known.length > 1 ? known.toSorted((a, b) => weight(b) - weight(a)) : others.toSorted((a, b) => likeness(entity, b) - likeness(entity, a) || weight(b) - weight(a));
  const same = entity.type === "place" ? l10n.t("Which Place Is the Same as {0}?", entity.name) : l10n.t("Who Is the Same as {0}?", entity.name);
  const title = known.length > 1 ? l10n.t("Under Which Name?") : same;
  const into = typeof given === "string" ? given : await ask(title, listed.map(toChoice));
  if (into === undefined) return;
  const merged = [...new Set([...entities, into])].filter((id) => id !== into);
  const asked = statementsOf(index, [into, ...merged]);
  // statements that merely had one of them as a candidate change with it, and nobody would want to be told
  const mentioned = index.document.statements.filter(({ candidates = [] }) => candidates.some((candidate) => merged.includes(candidate.entity))).map(({ id }) => id);
  const nameOf = (id: string): string => index.entity(id)?.name ?? "";
  const done = l10n.t("{0} merged into {1}", merged.map(nameOf).join(", "), nameOf(into));
  deps.decisions.decide({ uri, label: l10n.t("Merge"), done, asked: [...asked, ...mentioned], change: (before) => mergeEntities(before, into, merged) });
}

/** 2 for the same type and a word of the name in common, 1 for either. */
function likeness(a: Entity, b: Entity): number {
  const words = new Set(a.name.toLowerCase().split(/\s+/u));
  const hasWord = b.name.toLowerCase().split(/\s+/u).some((word) => words.has(word));
  return (a.type === b.type ? 1 : 0) + (hasWord ? 1 : 0);
}

async function changeType({ uri, entities }: EntitiesMeant, given: unknown, deps: FeatureDependencies): Promise<void> {
  const { l10n } = vscode;
  const found = find(uri, entities, deps);
  if (!found) return;
  const { index, entity } = found;
  const types = new Set(entities.map((id) => index.entity(id)?.type));
  const choices = TYPES.map((type) => ({ label: describeType(type, editorWording()), description: types.size === 1 && types.has(type) ? l10n.t("now") : undefined, value: type }));
  const title = entities.length === 1 ? l10n.t("What Is {0}?", entity.name) : l10n.t("What Are These {0}?", entities.length);
  const type = TYPES.find((each) => each === given) ?? (await ask(title, choices));
  if (!type) return;
  const change = (before: DocumentIndex["document"]): DocumentIndex["document"] => entities.reduce((after, id) => setEntityType(after, id, type), before);
  deps.decisions.decide({ uri, label: l10n.t("Change Type"), done: l10n.t("Type: {0}", describeType(type, editorWording())), asked: statementsOf(index, entities), change });
}

function placeHint(): string {
  return vscode.l10n.t("Put the cursor on a place first.");
}

async function choosePlace({ uri, entities }: EntitiesMeant, given: unknown, deps: FeatureDependencies): Promise<void> {
  const { l10n } = vscode;
  const found = find(uri, entities, deps);
  if (!found) return;
  const { index, entity } = found;
  if (entity.type !== "place") {
    deps.decisions.tell(placeHint());
    return;
  }
  const { alternatives = [] } = entity;
  const known = alternatives.find(({ geoname }) => geoname !== undefined && geoname === given);
  const title = l10n.t("Which {0}?", entity.name);
  const other = { label: l10n.t("Another Place…"), description: l10n.t("looked up by its name"), value: "other" } as const;
  const chosen = known ?? (alternatives.length > 0 ? await ask<PlaceAlternative | "other">(title, [...alternatives.map(toPlaceChoice), other]) : "other");
  const place = chosen === "other" ? await lookUp(entity, deps) : chosen;
  if (!place) return;
  const done = l10n.t("Place: {0}", [place.name, describePlace(place, editorWording())].filter((part) => part !== undefined).join(", "));
  deps.decisions.decide({ uri, label: l10n.t("Choose Place"), done, asked: statementsOf(index, [entity.id]), change: (before) => setPlace(before, entity.id, place) });
}

/** Any place of the gazetteer, by a name that the article need not give. */
async function lookUp(entity: Entity, { articles, decisions }: FeatureDependencies): Promise<PlaceAlternative | undefined> {
  const { l10n } = vscode;
  const title = l10n.t("Which {0}?", entity.name);
  const name = await vscode.window.showInputBox({ title, prompt: l10n.t("Name of the place, as a gazetteer gives it. The article itself is not changed."), value: entity.name });
  if (name === undefined || name.trim() === "") return undefined;
  const places = (await articles.findPlaces(name.trim())).filter(({ geoname }) => geoname === undefined || geoname !== entity.geoname);
  if (places.length === 0) {
    decisions.tell(l10n.t("No other place of the name “{0}” is known.", withinMarks(name.trim())));
    return undefined;
  }
  return ask(title, places.map(toPlaceChoice));
}

function toPlaceChoice(place: PlaceAlternative): Choice<PlaceAlternative> {
  const wording = editorWording();
  const details = [describePlace(place, wording), describeCoordinates(place, wording)].filter((part) => part !== undefined);
  return { label: place.name, description: details.join(" · "), value: place };
}

function toChoice(entity: Entity): Choice<string> {
  const wording = editorWording();
  const details = [entity.type === "place" ? describePlace(entity, wording) : describeType(entity.type, wording), entity.roles?.[0]?.text];
  return { label: entity.name, description: behindName(entity.name, details.filter((part) => part !== undefined)), value: entity.id };
}

function find(uri: string, entities: readonly string[], { store }: FeatureDependencies): { readonly index: DocumentIndex; readonly entity: Entity } | undefined {
  const document = store.get(uri);
  const index = document && indexOf(document);
  const entity = index?.entity(entities[0]);
  return index && entity && { index, entity };
}

function statementsOf(index: DocumentIndex, entities: readonly string[]): string[] {
  return entities.flatMap((id) => index.statementsOf(id).map(({ statement }) => statement.id));
}
