"""Sports pages made up from towns and people: results, tables, fixtures and short reports, clubs marked as bodies.

Nothing else in the marked texts shows that "Tarnby 2 Norwich 1" names two clubs. Countries stay places, as in
docs/annotation.md; all results and players are drawn by lot.
"""

from collections.abc import Callable, Iterator
from random import Random

from index.annotating.names.gazetteer import COUNTRY_WEIGHT, Gazetteer
from index.annotating.training.corpora import Marked, from_marks

_WELL_KNOWN = 2.0
"""Weight of the towns that clubs are called after more often than after others."""
_NATIONAL = 0.08
"""Share of pages whose teams are countries."""


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


_SPORTS = (
    *("Soccer", "Football", "Rugby union", "Rugby league", "Cricket", "Baseball", "Basketball", "Ice hockey"),
    *("Handball", "Volleyball", "Hockey", "Netball", "Water polo"),
)
_ALONE = tuple("Athletics Tennis Cycling Swimming Golf Skiing Biathlon Judo Rowing Badminton".split())
_DAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_DATES = ("1998-03-07", "June 14 (Wire) -", "12 May", "- Results on Sunday:")
_ENDS = tuple(
    "United City Wanderers Rovers Athletic Town FC Rangers Stars Tigers Hawks Dynamo Bulls Sharks Lions Eagles Kings"
    " Giants Union Sporting Olympic Sox Bears".split()
)
_FRONTS = tuple("FC AC Real Sporting Dynamo Racing Union Atletico Lokomotiv Spartak Hapoel CSKA".split())
_NICKNAMES = tuple(
    "Hawks Tigers Bulls Sharks Lions Eagles Kings Giants Bears Colts Chiefs Stags Otters Comets Miners Pilots Rams"
    " Saints Wolves Ravens Falcons Panthers Cubs Foxes Vikings Blues Reds Greens Millers Bluebirds Hornets Chargers"
    " Cowboys Pirates Storm Thunder Aces Broncos Mariners Senators Rockets Suns Jets Devils Badgers Cardinals".split()
)
_POSITIONS = tuple(
    "striker midfielder goalkeeper captain defender winger coach manager forward pitcher guard fly-half opener"
    " president owner full-back".split()
)
_LEAGUES = (
    *("premier league", "first division", "second division", "county championship", "national league"),
    *("super league", "regional cup", "play-offs", "northern conference"),
)
_TABLE_HEADS = _lines("""
    W D L PCT GB
    P W D L F A Pts
    W L PCT GB
    Played won drawn lost for against points
    GP W L T GF GA PTS
""")
_RESULTS = _lines("""
    {a} {m} {b} {n}
    {a} {m}-{n} {b}
    {a} {m}, {b} {n}
    {a} - {b} {m}:{n}
    {a} {m} - {b} {n}
    {a} v {b} {m}-{n}
    {a} beat {b} {m}-{n}
    {A} {m} {b} {n}
    {a} {m} {b} {n} (halftime {n}-{n})
    {a} ({c}) {m} {b} ({d}) {n}
""")
_ALONE_RESULTS = _lines("""
    {i}. {p} ({c}) {t}
    {p} ({c}) beat {q} ({d}) 6-{n} 7-{n}
    {i}. {p}, {c}, {t}
    {t} {p} ({c}), {q} ({d})
    {n}-{p} ({c}) beat {q} ({d}) 6-{n} 6-{n}
    {p}, {c}, def. {q}, {d}, 6-{n}, 6-{n}
""")
_SENTENCES = _lines("""
    {p} scored twice as {a} beat {b} {n}-{m} on {day} to stay top of the {league}.
    {a} {role} {p} will miss the trip to {b} with a knee injury.
    {a} have signed {role} {p} from {b} for {n} million pounds.
    {p}, the former {a} {role}, headed the winner after {n}{m} minutes.
    {a}, {b} and {e} all won and stay level on points.
    In {town}, {a} drew {n}-{n} with {b}.
    "We were the better side," {a} {role} {s} said.
    {s} joined {a} last year after three seasons at {b}.
    {a}'s {p} was sent off early in the second half.
    {b} lost their third match in a row, at home to {a}.
    {p} of {c} beat {q} of {d} 6-{n} 6-{m} in the final in {town}.
    Leaders {a} can take the title at {b} on {day}.
    {c} play {d} in {town} next {day}, and {role} {s} is doubtful.
    At {town}: {a} {n}0{m} ({p} {n}3; {q} 4-{m}2), {b} {m}8-{n}.
    The {role} of {a}, {p}, told reporters that {b} had not called.
    Victory over {b} moved {a} into second place in the {league}.
    {a} lead {b} by {n} points with {m} games left.
    The {nick} beat the {nick2} {n}{m}-{m} in {town} for their eighth win in a row.
    {p} had {n}{m}4 yards for the {nick}, and {s} kicked two goals in the last quarter.
    {nick} coach {p} said the {nick2} had deserved it.
    Ex-{nick} {role} {s} came on late, but the {nick2} held on.
    {n}{m} points by {p} lifted the {town_nick} over the {town_nick2} on {day}.
    The {town_nick2} have signed {role} {p}, who spent {n} seasons with the {nick}.
    {s} hit {n}{m} before {b} were all out for {n}{m}1.
""")
_HEADLINES = _lines("""
    {sport} - {a} beat {b}.
    {sport} - {a} go top after win
    {sport}-Results of {league}
    {sport} - {league} standings
    {a} held by {b}
    {sport} - {s} sends {a} top
    {a} sign {s} from {b}
    {sport} - Fixtures for {day}
    {nick} clinch {league} spot by beating {town_nick2}
    {town_nick} hire {p}
""")


class _Page:
    """What one page draws from: a league of clubs, towns, people."""

    def __init__(self, known: Gazetteer, random: Random) -> None:
        self.random = random
        towns = sorted(p for p, weight in known.places.items() if weight < COUNTRY_WEIGHT and len(p) < 16)
        known_towns = [town for town in towns if known.places[town] >= _WELL_KNOWN]
        self._towns = known_towns if random.random() < 0.6 else towns
        self._countries = sorted(
            p for p, weight in known.places.items() if weight >= COUNTRY_WEIGHT and len(p) < 16
        )
        self._given, self._surnames = sorted(known.given_names), sorted(known.surnames)
        self._nicknamed = [(random.choice(self._towns), nick) for nick in random.sample(_NICKNAMES, 6)]
        bare, national = random.random() < 0.6, random.random() < _NATIONAL
        count = random.randint(6, 14)
        self.clubs = [
            self.country() if national else f"[[ORG|{self._club(bare=bare)}]]" for _ in range(count)
        ]

    def _club(self, *, bare: bool) -> str:
        random, draw = self.random, self.random.random()
        town = random.choice(self._towns)
        if bare and draw < 0.8:
            return town
        if draw < 0.3:
            return random.choice(self._surnames)
        if draw < 0.7:
            return f"{town} {random.choice(_ENDS)}"
        return f"{random.choice(_FRONTS)} {town}" if draw < 0.9 else town

    def filled(self, form: str, **more: object) -> str:
        """A form with clubs, people, places and numbers in place of its letters."""
        a, b = self.random.sample(self.clubs, 2)
        draw = self.random.choice
        of_all: dict[str, object] = {"a": a, "b": b, "A": _loud(a), "e": self.club()}
        (town, nick), (town2, nick2) = self.random.sample(self._nicknamed, 2)
        of_all |= {"nick": f"[[ORG|{nick}]]", "town_nick": f"[[ORG|{town} {nick}]]"}
        of_all |= {"nick2": f"[[ORG|{nick2}]]", "town_nick2": f"[[ORG|{town2} {nick2}]]"}
        of_all |= {"c": self.country(), "d": self.country(), "town": self.town()}
        of_all |= {"p": self.person(), "q": self.person(), "s": self.surname(), "role": draw(_POSITIONS)}
        of_all |= {"m": self.number(), "n": self.number(), "day": draw(_DAYS), "league": draw(_LEAGUES)}
        return form.format(**of_all | more)

    def club(self) -> str:
        return self.random.choice(self.clubs)

    def town(self) -> str:
        return f"[[LOC|{self.random.choice(self._towns)}]]"

    def country(self) -> str:
        return f"[[LOC|{self.random.choice(self._countries)}]]"

    def surname(self) -> str:
        return f"[[PER|{self.random.choice(self._surnames)}]]"

    def person(self) -> str:
        given = self.random.choice(self._given)
        given = f"{given[0]}." if self.random.random() < 0.25 else given
        return f"[[PER|{given} {self.random.choice(self._surnames)}]]"

    def number(self, most: int = 9) -> str:
        return str(self.random.randint(0, most))


def _results(page: _Page) -> Iterator[str]:
    form = page.random.choice(_RESULTS)
    for _ in range(page.random.randint(4, 10)):
        yield page.filled(form)
        if page.random.random() < 0.15:
            scorers = ", ".join(f"{page.surname()} {page.number(90)}" for _ in range(3))
            club = page.club()
            yield f"Scorers: {club} - {scorers}." if page.random.random() < 0.5 else f"{club}: {scorers}"


def _table(page: _Page) -> Iterator[str]:
    yield page.random.choice(_TABLE_HEADS)
    loud = page.random.random() < 0.4
    ranked = page.random.random() < 0.3
    for i, club in enumerate(page.clubs, 1):
        numbers = " ".join(page.number(70) for _ in range(page.random.randint(3, 7)))
        line = f"{_loud(club) if loud else club} {numbers}"
        yield f"{i}. {line}" if ranked else line


def _fixtures(page: _Page) -> Iterator[str]:
    link = page.random.choice(("at", "v", "vs", "AT", "against"))
    for _ in range(page.random.randint(4, 9)):
        line = page.filled("{a} {link} {b}", link=link)
        yield _loud(line) if link == "AT" else line


def _alone(page: _Page) -> Iterator[str]:
    form = page.random.choice(_ALONE_RESULTS)
    for i in range(1, page.random.randint(5, 12)):
        yield page.filled(form, i=i, t=f"{page.number(59)}.{page.number(99)}")


def _line_up(page: _Page) -> Iterator[str]:
    numbered = ", ".join(f"{i}-{page.person()}" for i in range(1, page.random.randint(6, 15)))
    yield f"{page.club()}: {numbered}."
    yield f"{page.club()}: " + ", ".join(page.surname() for _ in range(page.random.randint(6, 12)))


def _report(page: _Page) -> Iterator[str]:
    for _ in range(page.random.randint(1, 3)):
        sentences = page.random.choices(_SENTENCES, k=page.random.randint(2, 4))
        yield " ".join(page.filled(sentence) for sentence in sentences)


_PARTS: tuple[Callable[[_Page], Iterator[str]], ...] = (_results, _table, _fixtures, _report, _line_up)


def _loud(marked: str) -> str:
    """In capitals, marks apart."""
    first, *marks = marked.split("[[")
    kinds_and_rest = (mark.partition("|") for mark in marks)
    return first.upper() + "".join(f"[[{kind}|{rest.upper()}" for kind, _, rest in kinds_and_rest)


def score_texts(known: Gazetteer, count: int, seed: int) -> Iterator[Marked]:
    """Sports pages, the same for the same seed."""
    random = Random(seed)
    for i in range(count):
        yield from_marks(f"scores-{i}", "\n\n".join(_blocks(_Page(known, random))))


def _blocks(page: _Page) -> Iterator[str]:
    random = page.random
    alone = random.random() < 0.25
    head = page.filled(random.choice(_HEADLINES), sport=random.choice(_ALONE if alone else _SPORTS))
    yield _loud(head) if random.random() < 0.6 else head
    if random.random() < 0.8:
        yield f"{_loud(page.town())} {random.choice(_DATES)}"
    if alone:
        yield "\n".join(_alone(page))
    for part in random.sample(_PARTS, random.randint(1, 2)):
        yield random.choice(("\n", "\n\n")).join(part(page))
