"""How well names are matched across scripts, beside other tools: ``python benchmarks/names.py ARABIC.tsv RUSSIAN.tsv``.

The files hold rows of Latin word, letters of the other script parted by blanks, count (see ``kg.resolve.learn``). A fifth of the
pairs is held out by the hash of their words, and the tables are learned anew from the rest. Counted so: every held-out pair is
one query, common or rare; its answer is right only if it is the very Latin (or Russian) word of the pair, or, in the column
"any pair", one that the files pair with the query elsewhere. The candidates are 10,000 words of held-out pairs, filled up from the
others where there are too few. A hard negative of a pair is a wrong candidate with the same consonant skeleton or one edit away,
the three nearest of them; "and ranked" adds the two that the matcher itself ranks highest. Words that the files pair with the query, and
spellings that differ from those in a mere habit of romanisation (kh and h, ou and u, doubled letters), are not called wrong.
Whole names are those of the list of spellings kept by hand, which is put aside for this: Arabic, Persian, Russian, each among all.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import name_peers

from kg.resolve import learn, tables
from kg.resolve.align import Pair
from kg.resolve.letters import levelled
from kg.resolve.nameindex import NameIndex
from kg.resolve.names import latin
from kg.resolve.pairs import bucket, drawn, joined, read_pairs
from kg.resolve.similarity import similarity
from kg.resolve.skeletons import skeleton
from kg.resolve.spelling import fold

POOL = 10_000
FIFTHS = 5
RECALLS = (0.7, 0.8, 0.9)


class Task:
    """Held-out pairs of two scripts, their candidates, and what else the files pair with a query."""

    def __init__(self, title: str, held: Sequence[Pair], every: Iterable[Pair], queries: int) -> None:
        self.title = title
        chosen = list(dict.fromkeys(pair.other for pair in drawn(held, len(held))))[:POOL]
        rest = (pair.other for pair in drawn(every, POOL * 2))
        self.candidates = list(dict.fromkeys([*chosen, *rest]))[:POOL]
        among = set(self.candidates)
        self.queries = drawn((pair for pair in held if pair.other in among), queries)
        self.right: defaultdict[str, set[str]] = defaultdict(set)
        for pair in every:
            self.right[pair.word].add(pair.other)


def retrieval(task: Task, search: Callable[[str], list[str]], most: int | None = None) -> None:
    """Print the shares found first, first by any pair, and among ten; and the speed."""
    asked = task.queries[:most]
    begun = time.process_time()
    answers = [search(pair.word) for pair in asked]
    spent = time.process_time() - begun
    first = [answer[:1] == [pair.other] for pair, answer in zip(asked, answers, strict=True)]
    anyhow = [bool(set(answer[:1]) & task.right[pair.word]) for pair, answer in zip(asked, answers, strict=True)]
    ten = [pair.other in answer for pair, answer in zip(asked, answers, strict=True)]
    shares = "  ".join(f"{statistics.mean(each):>8.3f}" for each in (first, anyhow, ten))
    print(
        f"{shares}  {len(asked) / spent:>9,.0f}  {len(asked) * len(task.candidates) / spent:>13,.0f}  {len(asked):>7,}"
    )


class Hard:
    """The hard negatives of a task's queries, as the head of this module says."""

    def __init__(self, task: Task, index: NameIndex) -> None:
        self._task = task
        self._index = index
        self._by_skeleton: defaultdict[str, list[str]] = defaultdict(list)
        for word in task.candidates:
            self._by_skeleton[skeleton(word)].append(word)

    def alike(self, pair: Pair) -> list[str]:
        """The nearest with the same skeleton or one edit away."""
        near = {word for word in self._task.candidates if one_edit(word, pair.other)}
        near |= set(self._by_skeleton[skeleton(pair.other)])
        return self._wrong(pair, sorted(near, key=lambda word: (-likeness(word, pair.other), word)), 3)

    def ranked(self, pair: Pair) -> list[str]:
        """Those that the matcher ranks highest."""
        return self._wrong(pair, [found.name for found in self._index.search(pair.word, 5)], 2)

    def _wrong(self, pair: Pair, words: Iterable[str], most: int) -> list[str]:
        right = self._task.right[pair.word] | {pair.other}
        habits = {levelled(fold(word)) for word in right}
        return [word for word in words if word not in right and levelled(fold(word)) not in habits][:most]


def likeness(word: str, other: str) -> float:
    """How much two words of one script have in common, letter by letter."""
    return SequenceMatcher(None, word, other).ratio()


def one_edit(word: str, other: str) -> bool:
    """Whether one letter more, less or changed makes one word of the other."""
    if abs(len(word) - len(other)) > 1:
        return False
    short, long = sorted((word, other), key=len)
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[start:] == long[start + 1 :] or (len(short) == len(long) and short[start + 1 :] == long[start + 1 :])


def verdicts(title: str, asked: Sequence[Pair], hard: Hard, score: Callable[[str, str], float]) -> None:
    """Print the precision at some recalls, and the recall where precision is .99, for each kind of hard negative."""
    right = sorted((score(pair.word, pair.other) for pair in asked), reverse=True)
    alike = [score(pair.word, word) for pair in asked for word in hard.alike(pair)]
    ranked = [score(pair.word, word) for pair in asked for word in hard.ranked(pair)]
    for kind, wrong in (("", alike), (", and ranked", [*alike, *ranked])):
        told = []
        for recall in RECALLS:
            least = right[int(recall * len(right)) - 1]
            true, false = (sum(each >= least for each in side) for side in (right, wrong))
            told.append(f"{true / (true + false):.3f} (≥ {least:.2f})")
        best = max((n for n, least in enumerate(right, 1) if sum(x >= least for x in wrong) <= n / 99), default=0)
        told += [f"{best / len(right):.3f}", f"{len(right):,} right, {len(wrong):,} wrong"]
        print(f"{title + kind:<52}{'  '.join(told)}")


def spelled(held: Sequence[Pair], language: str, most: int) -> None:
    """Print how often ``latin`` gives the pair's own spelling, or one within one edit of it."""
    asked = drawn(held, most)
    written = [(fold(latin(pair.word, language)), fold(pair.other)) for pair in asked]
    exact = statistics.mean(a == b for a, b in written)
    near = statistics.mean(a == b or one_edit(a, b) for a, b in written)
    print(f"latin, {language}: exact {exact:.3f}, within one edit {near:.3f} of {len(asked):,}")


def relearned(arabic: Sequence[Pair], russian: Sequence[Pair], folder: Path) -> None:
    """Learn the tables from these pairs, and read them from now on."""
    paths = []
    for name, pairs in (("arabic.tsv", arabic), ("russian.tsv", russian)):
        paths.append(folder / name)
        lines = (f"{pair.other}\t{' '.join(pair.word)}\t{pair.count}\n" for pair in pairs)
        paths[-1].write_text("".join(lines), encoding="utf-8")
    for name in ("spellings.tsv", "letters.toml"):
        shutil.copy(str(tables.data.joinpath(name)), folder)
    learn.main([*map(str, paths), "-o", str(folder)])


def whole_names(lines: Sequence[str]) -> None:
    """Print how often a whole name in another script finds its Latin one, and is believed to be it by .9 and more."""
    rows = [line.split("\t") for line in lines[1:]]
    names = [(cells[0], cells[1:]) for cells in rows if " " in cells[0]]
    index = NameIndex(latin for latin, _ in names)
    for column, language in enumerate(("Arabic", "Persian", "Russian")):
        asked = [(native, latin) for latin, cells in names for native in cells[column].split("|") if " " in native]
        found = [(index.search(native, 1), latin) for native, latin in asked]
        first = statistics.mean(bool(best) and best[0].name == latin for best, latin in found)
        sure = statistics.mean(similarity(native, latin).score >= 0.9 for native, latin in asked)
        print(f"whole names, {language}: rank 1 {first:.3f}, score ≥ .9 {sure:.3f} of {len(asked):,}")


def main() -> None:
    """Learn, ask, print."""
    parser = argparse.ArgumentParser(description="How well names are matched across scripts.")
    parser.add_argument("arabic", type=Path)
    parser.add_argument("russian", type=Path)
    parser.add_argument("--queries", type=int, default=1_000, help="pairs asked for in each task")
    parser.add_argument(
        "--tables", type=Path, help="tables already learned from the four fifths; learned anew if left out"
    )
    given = parser.parse_args()
    every = [read_pairs(path.read_text("utf-8").splitlines()) for path in (given.arabic, given.russian)]
    (arabic, held_ar), (russian, held_ru) = (
        ([p for p in pairs if bucket(p, FIFTHS)], [p for p in pairs if not bucket(p, FIFTHS)]) for pairs in every
    )
    with tempfile.TemporaryDirectory() as folder:
        if given.tables:
            shutil.copytree(given.tables, folder, dirs_exist_ok=True)
        else:
            relearned(arabic, russian, Path(folder))
        tasks = [
            Task("Arabic → Latin", held_ar, every[0], given.queries),
            Task("Russian → Latin", held_ru, every[1], given.queries),
            Task("Arabic → Russian", joined(held_ar, held_ru), joined(*every), given.queries),
        ]
        by_hand = tables.rows("spellings.tsv")
        Path(folder, "spellings.tsv").write_text(by_hand[0] + "\n", encoding="utf-8")
        tables.read_from(Path(folder))
        report(tasks)
        whole_names(by_hand)
        spelled(held_ar, "ar", given.queries)
        spelled(held_ru, "ru", given.queries)


def report(tasks: Sequence[Task]) -> None:
    """Print a table of retrieval and one of verdicts for every task and tool."""
    indexes = {task.title: NameIndex(task.candidates) for task in tasks}
    print(
        f"{'retrieval among 10,000':<38}{'rank 1':>8}{'any pair':>10}{'in ten':>10}{'queries/s':>11}{'candidates/s':>15}{'asked':>9}"
    )
    for task in tasks:
        index = indexes[task.title]
        print(f"{task.title + ', kg':<38}", end="")
        retrieval(task, lambda word, index=index: [found.name for found in index.search(word, 10)])
        for peer in name_peers.available():
            print(f"{task.title + ', ' + peer.title:<38}", end="")
            retrieval(task, peer.index(task.candidates), peer.most)
    print("\nprecision on hard negatives at recall .7, .8, .9 (with the score that gives it); recall at precision .99")
    for task in tasks:
        hard = Hard(task, indexes[task.title])
        verdicts(f"{task.title}, kg", task.queries, hard, lambda a, b: similarity(a, b).score)
        for peer in name_peers.available():
            verdicts(f"{task.title}, {peer.title}", task.queries[: peer.few], hard, peer.score)
    for line in name_peers.missing():
        print(line)


if __name__ == "__main__":
    main()
