"""How far apart the days are that two figures tell of."""

from datetime import date, timedelta

from index.figures.context import Context, day_of

_MONTHS = "January February March April May June July August September October November December".split()


def days_apart(a: Context, b: Context) -> int:
    """Between the days told of; 0 where one is not known.

    That is the day by its weekday, else that of publication; or the nearer end of an earlier month of that year which
    the passage names.
    """
    first, second = day_of(a), day_of(b)
    if not first or not second:
        return 0
    return min(_gap(x, y) for x in _spans(a, first) for y in _spans(b, second))


def are_of_one_day(a: Context, b: Context) -> bool:
    """Whether both articles name a weekday for what they count, and it was the same day."""
    return a.told_day is not None and a.told_day == b.told_day


def _gap(a: tuple[date, date], b: tuple[date, date]) -> int:
    return max((b[0] - a[1]).days, (a[0] - b[1]).days, 0)


def _spans(context: Context, published: date) -> list[tuple[date, date]]:
    told = context.told_day or published
    spans = [(told, told)]
    for name in context.passage_months:
        month = _MONTHS.index(name) + 1
        if month < published.month:
            spans.append((date(published.year, month, 1), date(published.year, month + 1, 1) - timedelta(1)))
    return spans
