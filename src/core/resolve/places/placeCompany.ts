import { isNear } from "../../places/distance.js";
import type { Place } from "../../places/gazetteer.js";

/**
 * In tenfolds of people (the unit of `likelihood`): what it is worth that the article has another place … Chosen by a coarse search
 * over LGL, GeoVirus and GeoWebNews, then rounded.
 */
const COMPANY = {
  /** … in the same country, */
  country: 2.5,
  /** in the same first-level division, or that division itself, */
  division: 2.5,
  /** within a day's errands, */
  near: 1,
  /** next to it, as a suburb or the county around a town, */
  close: 0.7,
  /** of a first-level division, a country or a capital: another of its kind, as in a list of states. */
  alike: 0.8,
};
/** Kilometres to the next town. */
const CLOSE = 25;
/** Kilometres over which the suburbs of a city lie. */
const SUBURBS = 50;
/** As sure are places of which it counts where they lie. */
const SURELY = 0.7;
/** So little of a country is none, and so much is a story of it. */
const HARDLY = 0.6;
const MANY = 3;
/** What a division weighs that only the place itself lies in, at most. */
const ALONE = 1.2;
/** So many of the most frequent places are looked at for nearness: enough for any article, and linear for a book. */
const MOST_NEIGHBOURS = 40;

/** What an article's words can mean, with how sure each is, and how often it has them. */
export interface Company {
  readonly candidates: readonly Place[];
  readonly shares: readonly number[];
  readonly count: number;
}

/** A place with how sure it is and, where it is one to be near to, that it is. */
interface Neighbour {
  readonly place: Place;
  readonly weight: number;
  readonly isTown: boolean;
  /** As of `divisionKey` and `kindKey`, which are asked for again and again. */
  readonly division: string | undefined;
  readonly kind: string | undefined;
}

/** Over how many divisions and countries an article goes, and which part of it is in that of a place. */
export interface Spread {
  readonly divisions: number;
  shareOf(place: Place): number;
}

/** What other places an article names, with how sure each is. */
export class PlaceCompany {
  /** Always there, as `Tokens.none` is. */
  static readonly none = new PlaceCompany([]);

  private readonly countries = new Map<string, number>();
  private readonly divisions = new Map<string, number>();
  private readonly kinds = new Map<string, number>();
  /** By country what is named there, without what the wording alone tells. */
  private readonly named = new Map<string, number>();
  private readonly neighbours: readonly Neighbour[];
  private total = 0;

  constructor(groups: readonly Company[]) {
    const neighbours: Neighbour[] = [];
    for (const { candidates, shares, count } of groups) {
      const mass = 1 + Math.log2(count);
      for (let index = 0; index < candidates.length; index++) {
        const place = candidates[index];
        const weight = mass * (shares[index] ?? 0);
        if (place && weight >= 0.05) this.add(place, weight, neighbours);
      }
    }
    this.neighbours = neighbours.sort((a, b) => b.weight - a.weight).slice(0, MOST_NEIGHBOURS);
  }

  private add(place: Place, weight: number, neighbours: Neighbour[]): void {
    add(this.countries, place.country, weight);
    const [division, kind] = [divisionKey(place), kindKey(place)];
    add(this.divisions, division, weight);
    add(this.kinds, kind, weight);
    if (place.name !== "") add(this.named, place.country, weight);
    if (place.kind !== "region" && place.kind !== "water") neighbours.push({ place, weight, isTown: place.kind === "city" || isCounty(place), division, kind });
    this.total += weight;
  }

  /** What the other places of the article add to the likelihood of `place`; `namesakes` are what the same words can mean and do not count. */
  support(place: Place, namesakes: ReadonlySet<Place>): number {
    if (this.total === 0 || place.country === undefined) return 0;
    const [ownDivision, ownKind] = [divisionKey(place), kindKey(place)];
    let country = this.countries.get(place.country) ?? 0;
    let division = this.divisions.get(ownDivision ?? "") ?? 0;
    let alike = this.kinds.get(ownKind ?? "") ?? 0;
    let near = 0;
    let close = 0;
    for (const { place: other, weight, isTown, division: otherDivision, kind: otherKind } of this.neighbours) {
      if (namesakes.has(other)) {
        if (other.country === place.country) country -= weight;
        if (otherDivision === ownDivision) division -= weight;
        if (otherKind === ownKind) alike -= weight;
      } else if (isTown && isNear(place, other)) {
        near += weight;
        if (isNear(place, other, CLOSE)) close += weight;
      }
    }
    return COMPANY.country * saturate(country) + divisionWorth(place) * saturate(division) + COMPANY.near * saturate(near) + COMPANY.close * saturate(close) + COMPANY.alike * saturate(alike);
  }

  /** True where the article has another town or county around a place. */
  hasNeighbour(place: Place, namesakes: ReadonlySet<Place>): boolean {
    return this.neighbours.some(({ place: other, weight, isTown }) => weight >= 0.3 && isTown && !namesakes.has(other) && isNear(place, other));
  }

  /** What the article surely has in each division, or country where no division is told; `namesakes` do not count. */
  spread(namesakes: ReadonlySet<Place>): Spread {
    const weights = new Map<string, number>();
    for (const { place, weight, division } of this.neighbours) if (weight >= SURELY && !namesakes.has(place)) add(weights, division ?? place.country, weight);
    let all = 0;
    for (const weight of weights.values()) all += weight;
    return { divisions: weights.size, shareOf: (place) => (all === 0 ? 0 : (weights.get(divisionKey(place) ?? "") ?? 0) / all) };
  }

  /** True where the article names many places of another country, and none but its namesakes in that of `place`. */
  isForeign({ country }: Place, namesakes: ReadonlySet<Place>): boolean {
    let own = this.named.get(country ?? "") ?? 0;
    for (const { place, weight } of this.neighbours) if (namesakes.has(place) && place.country === country) own -= weight;
    let most = 0;
    for (const [other, weight] of this.named) if (other !== country) most = Math.max(most, weight);
    return own < HARDLY && most >= MANY;
  }

  /** What the company of one country, other than that of `place`, or of another state of its own, adds to the likelihood of what lies there; `namesakes` do not count. */
  supportElsewhere(place: Place, namesakes: ReadonlySet<Place>): number {
    let most = 0;
    for (const [other, weight] of this.countries) if (other !== place.country) most = Math.max(most, weight);
    const abroad = COMPANY.country * saturate(most);
    // its own counts too: more than that is of another place there
    if (place.country !== "US" || place.division === undefined || (this.divisions.get(divisionKey(place) ?? "") ?? 0) > ALONE) return abroad;
    // nor is a town beyond the border of its state far from the town next to it
    if (this.neighbours.some(({ place: other, weight, isTown }) => isTown && weight >= SURELY && !namesakes.has(other) && isNear(place, other, SUBURBS))) return abroad;
    const own = new Map<string, number>();
    for (const { place: other, weight } of this.neighbours) if (namesakes.has(other)) add(own, divisionKey(other), weight);
    let state = 0;
    for (const [other, weight] of this.divisions) if (other.startsWith("US.") && other !== divisionKey(place)) state = Math.max(state, weight - (own.get(other) ?? 0));
    return Math.max(abroad, COMPANY.country * saturate(state) + COMPANY.division * saturate(state));
  }
}

/** England tells less of a place than a state or a province: it is most of its country. */
function divisionWorth({ country }: Place): number {
  return country === "GB" ? 0.4 * COMPANY.division : COMPANY.division;
}

/** 0 for nothing, toward 1 for much. */
function saturate(weight: number): number {
  return weight <= 0 ? 0 : weight / (weight + 1);
}

/** Divisions of one country keep company with each other, countries with countries, and capitals with capitals. */
function kindKey(place: Place): string | undefined {
  if (place.capital) return "capital";
  return place.kind === "country" ? "country" : place.kind === "division" ? `division ${place.country}` : undefined;
}

function divisionKey(place: Place): string | undefined {
  return place.division === undefined ? undefined : `${place.country}.${place.division}`;
}

function add(sums: Map<string, number>, key: string | undefined, weight: number): void {
  if (key !== undefined) sums.set(key, (sums.get(key) ?? 0) + weight);
}

const NATIONS = /^(?:England|Scotland|Wales|Northern Ireland)$/u;

/** So small a division that a point in it is not far off. */
export function isCounty({ kind, country, name }: Place): boolean {
  if (kind !== "division" && kind !== "region") return false;
  return country === "IE" || (country === "GB" && !NATIONS.test(name)) || /\b(?:County|Parish|Borough)$/u.test(name);
}
