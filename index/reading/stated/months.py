"""Names of months, weekdays and time zones as newspapers print them."""

import re
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache

# Each row is one language: January to December, forms parted by "/".
_ROWS = (
    (
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep "
        "october/oct november/nov december/dec"
    ),
    "januar/jänner februar märz/mär april mai juni juli august september oktober/okt november dezember/dez",
    (
        "janvier/janv février/févr mars avril/avr mai juin juillet/juil août septembre octobre novembre "
        "décembre/déc"
    ),
    (
        "enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre "
        "diciembre/dic"
    ),
    (
        "gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre/set ottobre/ott "
        "novembre dicembre"
    ),
    "janeiro fevereiro/fev março abril maio junho julho agosto setembro outubro/out novembro dezembro",
    "januari februari maart/mrt april mei juni juli augustus september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ledna února března dubna května června července srpna září října listopadu prosince",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    (
        "января/янв февраля/фев марта/мар апреля/апр мая июня/июн июля/июл августа/авг сентября/сен октября/окт "
        "ноября/ноя декабря/дек"
    ),
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
)
_WEEKDAYS = (
    "monday/mon tuesday/tues/tue wednesday/wed thursday/thurs/thur/thu friday/fri saturday/sat sunday/sun",
    "montag/mo dienstag/di mittwoch/mi donnerstag/do freitag/fr samstag/sonnabend/sa sonntag/so",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "понедельник вторник среда четверг пятница суббота воскресенье",
)
# Abbreviations are not unique in the world; these are the readings of the press that prints them most.
_HOURS = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2,
    "eet": 2, "sast": 2, "eest": 3, "msk": 3, "trt": 3, "ist": 5.5, "pkt": 5, "aft": 4.5, "irst": 3.5,
    "npt": 5.75, "wib": 7, "ict": 7, "sgt": 8, "hkt": 8, "pht": 8, "awst": 8, "jst": 9, "kst": 9,
    "acst": 9.5, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "brt": -3, "art": -3,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "akst": -9, "akdt": -8, "hst": -10,
}  # fmt: skip
# Names that cover winter and summer time both.
_PLACES = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}
ZONE = (
    r"(?:(?:utc|gmt)?\s?[+−-]\d{1,2}(?::?\d{2})?|(?:"
    + "|".join(sorted((*_HOURS, *_PLACES), key=len, reverse=True))
    + r")\b)"
)
"""Pattern of a zone, for a line in small letters."""


@cache
def month_numbers() -> dict[str, int]:
    """Every month's names and abbreviations, in small letters, with its number."""
    numbers: dict[str, int] = {}
    for row in _ROWS:
        for number, forms in enumerate(row.split(), start=1):
            for form in forms.split("/"):
                # Listopad is October in Croatian and November in Polish: the first row that has it keeps it.
                numbers.setdefault(form, number)
    return numbers


def month_alternatives() -> str:
    """A pattern of all month names, longest first."""
    return "|".join(map(re.escape, sorted(month_numbers(), key=len, reverse=True)))


def weekday_alternatives() -> str:
    """A pattern of all weekday names, longest first."""
    forms = {form for row in _WEEKDAYS for day in row.split() for form in day.split("/")}
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


def zone_of(name: str, moment: datetime) -> tzinfo | None:
    """The offset that a zone's name or number stands for at a moment; None if it is not known."""
    key = name.strip().lower().replace("−", "-")
    if key in _HOURS:
        return timezone(timedelta(hours=_HOURS[key]))
    if key in _PLACES:
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

        try:
            offset = moment.replace(tzinfo=ZoneInfo(_PLACES[key])).utcoffset()
        except ZoneInfoNotFoundError:
            return None
        return timezone(offset) if offset is not None else None
    number = re.fullmatch(r"(?:utc|gmt)?\s?([+-])(\d{1,2}):?(\d{2})?", key)
    if not number:
        return None
    sign, hours, minutes = number.groups()
    if int(hours) > 14:
        return None
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return timezone(-offset if sign == "-" else offset)
