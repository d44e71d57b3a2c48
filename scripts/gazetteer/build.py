"""Makes lexicon/gazetteer.bin. How to run it, and what it is made of: lexicon/gazetteer.md."""

from __future__ import annotations

import gzip
import hashlib
import math
import re
import struct
from collections import Counter, defaultdict
from statistics import mean

import sources
from sources import ABBREVIATION, ASSOCIATIVE, DEMONYM, NAME, Place, demonyms, listed, reviewed

# Countries whose newspapers are written in English: towns and second-level divisions too.
ENGLISH = {"US", "GB", "CA", "AU", "IE", "NZ"}
# Countries with a large press in English: smaller cities than elsewhere.
ENGLISH_PRESS = {"IN", "PK", "NG", "ZA", "KE", "PH", "BD", "LK", "GH", "UG", "ZW", "JM", "IL", "PS", "SG", "MY", "TT", "SY", "IQ", "UA", "AF"}
# Second-level divisions of these are better known than the first.
SECOND_LEVEL = {"PH", "IN", "PK", "ZA", "BD", "LK", "NP", "UG", "MW", "NG", "SY", "IQ", "FR", "IT", "ES"}
# Of these newspapers leave out "District".
BARE = {"UG", "MW"}
CITY_FLOOR, PRESS_FLOOR, ENGLISH_FLOOR = 12_000, 8_000, 1_000
KINDS = ["country", "division", "city", "region", "water", "other"]
REVIEWED = ["countries.txt", "regions.txt", "governments.txt", "placeNames.txt"]

DIVISION_TYPE = re.compile(
    r"^(.+?)(?:s'ka|'s)? (?:Oblast'?|Kray|Krai|State|Governorate|Province|Prefecture|Region|Republic|Department|District|Municipality|County|City|Parish)$"
)
# Without its type word such a name would be another word.
KEEP_TYPE = {"Free State", "Rivers State", "Northern Province", "Western Province", "Eastern Province", "Central Province", "Southern Province", "Capital Region",
             "Northern Region", "Western Region", "Eastern Region", "Central Region", "Southern Region", "Czech Republic", "New York State", "Central", "Plateau State"}
FOREIGN_WORDS = re.compile(r"\b(?:Cathair|Lungsod|Ciudad|Kota|Gorad|Horad|Grad|Dakbayan|Cidade|Cite|Ville|Stadt|Shi|Xian|Shqiperi|Comune|Komuna|Opcina|Urbs|Thanh|Urbo|City|Madinat|Wilayat)\b", re.I)
PLAIN_NAME = re.compile(r"^[A-Z][a-z]+(?:[ '-][A-Za-z][a-z]+)*$")


def main() -> None:
    wordnet = sources.WordNet()
    cities = sources.geonames_cities()
    rows = sources.city_rows()
    countries = build_countries()
    divisions, second = build_divisions(cities, rows, countries)
    places: list[Place] = [*build_regions(divisions), *countries.values(), *divisions.values(), *second]
    places += build_cities(cities, rows, wordnet, {place.country for place in countries.values()})
    apply_place_names(divisions, countries, places)
    packed = pack(places, divisions, name_flags(wordnet))
    target = sources.LEXICON / "gazetteer.bin"
    target.write_bytes(packed)
    report(places, len(packed))


def build_countries() -> dict[str, Place]:
    known = sources.geonames_countries()
    result = {}
    for code, point, people, others in reviewed("countries.txt"):
        if code not in known:
            continue
        row = known[code]
        latitude, longitude = map(float, point.split())
        place = Place("country", latitude, longitude, code, "", int(row["geonameid"]), int(row["population"]))
        own = {"US": "United States", "GB": "United Kingdom", "NL": "Netherlands", "CZ": "Czechia", "PS": "Palestine", "VA": "Vatican City",
               "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "KP": "North Korea", "KR": "South Korea", "TR": "Turkey"}.get(code, row["name"])
        place.add(own)
        place.add(row["name"])
        for name in listed(others):
            place.add(name)
        add_variants(place)
        for name in demonyms(people):
            place.add(name, DEMONYM)
        result[code] = place
    return result


def add_variants(place: Place) -> None:
    for name in list(place.names):
        if " and " in name:
            place.add(name.replace(" and ", " & "))
        for long, short in (("Saint ", "St. "), ("Fort ", "Ft. "), ("Mount ", "Mt. ")):
            if name.startswith(long):
                place.add(name.replace(long, short, 1))
            if name.startswith(short):
                place.add(name.replace(short, long, 1))
        if name.startswith(("St. ", "Saint ")):
            place.add(re.sub(r"^(St\.|Saint) ", "St ", name))
        # "Saint-Marc" is "St. Marc" to most newspapers
        if re.match(r"^Sainte?-[A-Z][a-zé]+$", name):
            place.add(name.replace("Sainte-", "Ste. ").replace("Saint-", "St. "))
            place.add(name.replace("-", " "))


def build_divisions(cities: list[dict], rows: dict, countries: dict[str, Place]) -> tuple[dict[str, Place], list[Place]]:
    """First and second level. A division's point is the middle of its settled land, its population the sum of its towns'."""
    people: Counter[str] = Counter()
    cells: dict[str, dict[tuple[int, int], tuple[float, float]]] = defaultdict(dict)
    for city in cities:
        code = f"{city['countrycode']}.{city['admin1code']}"
        for key in (code, rows.get(city["geonameid"], ("", ""))[1]):
            people[key] += max(city["population"], 100)
            # one town for each half degree, so that a metropolis does not draw the point to itself
            cells[key].setdefault((round(2 * city["latitude"]), round(2 * city["longitude"])), (city["latitude"], city["longitude"]))
    ids = sources.division_ids()
    first: dict[str, Place] = {}
    second: list[Place] = []
    for level in (1, 2):
        for code, name in sorted(sources.division_names(level).items()):
            country = code.split(".")[0]
            if country not in countries or (level == 2 and country not in ENGLISH | SECOND_LEVEL) or not cells[code] or re.search(r"\d", name):
                continue
            latitude, longitude = (mean(axis) for axis in zip(*cells[code].values()))
            division = code if level == 1 else code.rsplit(".", 1)[0]
            place = Place("division", latitude, longitude, country, division, ids.get(code, 0), people[code])
            place.add(name)
            stripped = DIVISION_TYPE.match(name)
            if stripped and name not in KEEP_TYPE and (level == 1 or country != "US"):
                place.add(stripped[1])
            if level == 2 and country in SECOND_LEVEL:
                bare = re.sub(r"^(?:Province of|Provincia (?:de|di|del|della|dell')|Provincia|Provincia d'|Departement de(?: la| l'|s)?|Département (?:de la |de l'|d'|des |du |de )) ?", "", name)
                place.names.clear()
                place.add(bare)
                if stripped and country in BARE:
                    place.add(stripped[1])
            if country == "IE":
                bare = name.removeprefix("County ")
                for form in (bare, f"County {bare}", f"Co. {bare}", f"Co {bare}"):
                    place.add(form)
            prefixed = re.match(r"^(?:City and Borough|Royal Borough|Borough|City|County) of (.+)$", name)
            if country == "GB" and prefixed:
                place.add(prefixed[1])
            # "Nelson Mandela Bay" is the city and what belongs to it; the districts are mostly called after people
            if country == "ZA" and not name.startswith("City of "):
                place.add(name.removesuffix(" Metropolitan Municipality"))
            add_variants(place)
            if level == 1:
                first[code] = place
            else:
                second.append(place)
    return first, second


def build_regions(divisions: dict[str, Place]) -> list[Place]:
    by_name = {(place.country, name): place for place in divisions.values() for name in place.names}
    continents = sources.geonames_continents()
    result = []
    for name, kind, point, country, people, others in reviewed("regions.txt"):
        latitude, longitude = map(float, point.split())
        place = by_name.get((country, name)) if kind == "division" else None
        if place is not None:
            # the middle of its land, where that tells more than the middle of its towns
            place.latitude, place.longitude = latitude, longitude
        else:
            known = continents.get(name)
            if known:
                latitude, longitude = float(known["lat"]), float(known["lng"])
            place = Place(kind, latitude, longitude, country, geoname=int(known["geonameId"]) if known else 0)
            place.add(name)
            result.append(place)
        for other in listed(others):
            place.add(other)
        for form in demonyms(people):
            place.add(form, DEMONYM)
    for name, point, country, others in reviewed("governments.txt"):
        latitude, longitude = map(float, point.split())
        place = Place("other", latitude, longitude, country)
        for other in [name, *listed(others)]:
            place.add(other, ASSOCIATIVE)
        result.append(place)
    return result


def build_cities(cities: list[dict], rows: dict, wordnet: sources.WordNet, countries: set[str]) -> list[Place]:
    main_names = Counter(sources.tidy(city["name"]) for city in cities if city["population"] >= CITY_FLOOR)
    result = []
    for city in cities:
        country = city["countrycode"]
        feature = rows.get(city["geonameid"], ("", ""))[0]
        floor = ENGLISH_FLOOR if country in ENGLISH else PRESS_FLOOR if country in ENGLISH_PRESS else CITY_FLOOR
        if country not in countries or (city["population"] < floor and feature not in ("PPLC", "PPLA")):
            continue
        place = Place("city", city["latitude"], city["longitude"], country, f"{country}.{city['admin1code']}", city["geonameid"], city["population"], feature == "PPLC")
        if city["name"].endswith("-si"):
            place.add(city["name"].removesuffix("-si"))
        place.add(city["name"])
        if re.search(r"\d", city["name"]):
            continue
        for other in [*without_kind(city), *useful_names(city, wordnet, main_names)]:
            place.add(other)
        add_variants(place)
        result.append(place)
    result.sort(key=lambda place: (place.country, place.division, place.geoname))
    return result


def without_kind(city: dict) -> list[str]:
    """The name with and without the word for a city: "Fukui" of "Fukui-shi", "Mandaue" of "Mandaue City" and "Cagayan de Oro City" in the Philippines."""
    name, country = city["name"], city["countrycode"]
    if country == "JP":
        return [name.removesuffix("-shi")]
    if country != "PH":
        return []
    if name.endswith(" City"):
        return [name.removesuffix(" City")] if name not in NEVER_BARE else []
    # of names without a small word the finding of places knows it
    return [f"{name} City"] if " de " in name else []


# Of these the bare name is a province or a word of other meaning.
NEVER_BARE = {"Quezon City", "Cavite City", "Batangas City", "Angeles City", "Toledo City"}


def useful_names(city: dict, wordnet: sources.WordNet, main_names: Counter) -> list[str]:
    """Other names in plain Latin letters: those that WordNet has for it; of large cities all that are not plainly of another language."""
    own = sources.tidy(city["name"])
    synonyms = wordnet.synonyms.get(own, set())
    floor = 15_000 if city["countrycode"] in NON_LATIN else 300_000
    names = []
    for other in city["alternatenames"]:
        name = sources.tidy(other)
        if name == own or not PLAIN_NAME.match(name) or len(name) < 4 or main_names[name] or FOREIGN_WORDS.search(name):
            continue
        if name in synonyms or (len(name) > 4 and re.match(re.escape(name) + "-(on|upon|le|in)-", own)) or (city["population"] >= floor and name.lower() not in wordnet.common and alike(name, own)):
            names.append(name)
    return names[:8]


NON_LATIN = {"RU", "UA", "BY", "SY", "IQ", "IR", "AF", "PK", "LY", "EG", "YE", "SA", "JO", "LB", "PS", "IL", "KZ", "UZ", "TJ", "TM", "KG", "GE", "AM", "MM", "TH", "KR", "KP", "CN", "IN",
             "BD", "NP", "LK", "SD", "DZ", "MA", "TN", "KW", "AE", "OM", "QA", "BH", "SO", "ET", "ER", "GR", "BG", "RS", "MK", "MN", "KH", "LA"}


def alike(name: str, own: str) -> bool:
    """A transcription of the same name: it begins alike and has about its length; or no common beginning but no ending of another language."""
    a, b = sources.fold(name).lower(), sources.fold(own).lower()
    skeleton = lambda word: re.sub(r"[aeiouyhw' -]", "", word.replace("kh", "h").replace("q", "k").replace("c", "k"))  # noqa: E731
    return skeleton(a) == skeleton(b.removeprefix("al ").removeprefix("ar ").removeprefix("ad ")) or skeleton(a) == skeleton(b)


def apply_place_names(divisions: dict[str, Place], countries: dict[str, Place], places: list[Place]) -> None:
    index = {(place.division, name): place for place in reversed(places) if place.kind == "city" for name in place.names}
    for which, short, others, people in reviewed("placeNames.txt"):
        code, _, city = which.partition("/")
        place = index.get((code, sources.tidy(city))) if city else divisions.get(code) or countries.get(code)
        if place is None:
            print("not found:", which)
            continue
        for name in listed(short):
            place.add(name, ABBREVIATION)
        for name in listed(others):
            place.add(name)
        for name in demonyms(people):
            place.add(name, DEMONYM)


def name_flags(wordnet: sources.WordNet):
    given, surnames = sources.personal_names()

    def flags(name: str, use: int) -> int:
        value = use
        if name.lower() in wordnet.common or (name.lower().endswith("s") and name.lower()[:-1] in wordnet.common and use != DEMONYM):
            value |= 4
        if name.upper() in given:
            value |= 8
        if name.upper() in surnames:
            value |= 16
        return value

    return flags


def pack(places: list[Place], divisions: dict[str, Place], flags) -> bytes:
    """Columns one after another, compressed; described in src/core/places/packedGazetteer.ts, which reads it."""
    codes = sorted({place.country for place in places if place.country})
    country_index = {code: i for i, code in enumerate(codes)}
    division_codes = [code for code in divisions]
    division_index = {code: i for i, code in enumerate(division_codes)}
    names = [(name, flags(name, use)) for place in places for name, use in place.names.items()]
    pool = "\n".join(name for name, _ in names).encode()
    digest = hashlib.sha256(b"".join((sources.LISTS / file).read_bytes() for file in REVIEWED)).hexdigest()
    head = "\n".join([digest, " ".join(codes), " ".join(division_codes)]).encode()
    ids = bytearray()
    last = 0
    for place in places:
        delta = place.geoname - last
        last = place.geoname
        value = delta * 2 if delta >= 0 else -delta * 2 - 1
        while value >= 128:
            ids.append(value & 127 | 128)
            value >>= 7
        ids.append(value)
    columns = [
        struct.pack("<6I", 0x315A4147, len(places), len(names), len(head), len(pool), len(ids)),
        head,
        pool,
        bytes(ids),
        struct.pack(f"<{len(places)}h", *(round(place.latitude * 100) for place in places)),
        struct.pack(f"<{len(places)}h", *(round(place.longitude * 100) for place in places)),
        struct.pack(f"<{len(places)}H", *(division_index.get(place.division, 0xFFFF) for place in places)),
        bytes(round(8 * math.log2(place.population)) if place.population > 0 else 0 for place in places),
        bytes(KINDS.index(place.kind) | (8 if place.capital else 0) for place in places),
        bytes(country_index.get(place.country, 255) for place in places),
        bytes(len(place.names) for place in places),
        bytes(value for _, value in names),
    ]
    return gzip.compress(b"".join(columns), 9, mtime=0)


def report(places: list[Place], size: int) -> None:
    kinds = Counter(place.kind for place in places)
    uses = Counter(use for place in places for use in place.names.values())
    print(dict(kinds), {"names": uses[NAME], "demonyms": uses[DEMONYM], "associative": uses[ASSOCIATIVE], "abbreviations": uses[ABBREVIATION]}, f"{size:,} bytes")


if __name__ == "__main__":
    main()
