"""Units of measure and money: what newspapers write, and the base unit each is counted in."""

import re
from typing import NamedTuple

from index.annotating.counting.numerals import Numeral


class Unit(NamedTuple):
    """A base unit, and how many of it one of the written unit is; `shift` is added before (Fahrenheit)."""

    base: str
    factor: float = 1.0
    shift: float = 0.0


_WRITTEN: dict[Unit, str] = {
    # International yard and pound agreement of 1959; the rest are SI.
    Unit("km"): "kilometre|kilometres|kilometer|kilometers|km|kms",
    Unit("km", 1.609344): "mile|miles",
    Unit("km", 1.852): "nautical mile|nautical miles",
    Unit("m"): "metre|metres|meter|meters|m",
    Unit("m", 0.3048): "foot|feet|ft",
    Unit("m", 0.9144): "yard|yards",
    Unit("m", 0.0254): "inch|inches",
    Unit("m", 0.01): "centimetre|centimetres|centimeter|centimeters|cm",
    Unit("m", 0.001): "millimetre|millimetres|millimeter|millimeters|mm",
    Unit("kg"): "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|kg|kgs",
    Unit("kg", 0.001): "gram|grams|gramme|grammes",
    Unit("kg", 1000): "tonne|tonnes|metric ton|metric tons|ton|tons",
    Unit("kg", 0.45359237): "pound|pounds|lb|lbs",
    Unit("kg", 0.0283495): "ounce|ounces",
    Unit("ha"): "hectare|hectares|ha",
    Unit("ha", 0.40468564): "acre|acres",
    Unit("ha", 100): "square kilometre|square kilometres|square kilometer|square kilometers|sq km|km²|km2",
    Unit("ha", 258.998811): "square mile|square miles|sq mile|sq miles",
    Unit("ha", 0.0001): "square metre|square metres|square meter|square meters|sq m|m²",
    Unit("ha", 0.0000092903): "square foot|square feet|sq ft",
    Unit("litres"): "litre|litres|liter|liters",
    Unit("litres", 3.785412): "gallon|gallons",
    Unit("barrels"): "barrel|barrels",
    Unit(
        "km/h"
    ): "km/h|kph|kmh|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour",
    Unit("km/h", 1.609344): "mph|miles per hour|miles an hour",
    Unit("km/h", 1.852): "knot|knots",
    Unit("°C"): "°C|degrees Celsius|degrees C|degrees centigrade|° C|C",
    Unit("°C", 5 / 9, -32): "°F|degrees Fahrenheit|degrees F|° F",
    Unit("degrees"): "degrees|degree|°",
    Unit("MW"): "megawatt|megawatts|MW",
    Unit("MW", 1000): "gigawatt|gigawatts|GW",
    Unit("h", 1 / 3600): "second|seconds",
    Unit("h", 1 / 60): "minute|minutes",
    Unit("h"): "hour|hours",
    Unit("days"): "day|days",
    Unit("days", 7): "week|weeks",
    Unit("years", 1 / 12): "month|months",
    Unit("years"): "year|years",
    Unit("years", 10): "decade|decades",
    Unit("%"): "%|percent|per cent|pc",
    Unit("points"): "percentage points|percentage point|basis points",
}
_UNITS = {name: unit for unit, names in _WRITTEN.items() for name in names.split("|")}

_MONEY = {
    "USD": "$|US$|USD|dollars|dollar|US dollars|U.S. dollars",
    "AUD": "A$|AU$|AUD|$A|Australian dollars",
    "CAD": "C$|CA$|CAD|Canadian dollars",
    "NZD": "NZ$|NZD",
    "HKD": "HK$|HKD",
    "EUR": "€|EUR|euros|euro",
    "GBP": "£|GBP|pounds sterling|pounds|quid",
    "JPY": "¥|JPY|yen",
    "CNY": "CNY|RMB|yuan|renminbi",
    "INR": "₹|INR|Rs|Rs.|rupees|rupee",
    "RUB": "₽|RUB|roubles|rouble|rubles|ruble",
    "CHF": "CHF|Swiss francs|francs",
    "SEK": "SEK|kronor|krona|Swedish crowns",
    "NOK": "NOK|kroner|Norwegian crowns",
    "DKK": "DKK|Danish kroner|Danish crowns",
    "CZK": "CZK|koruna|korunas|Czech crowns",
    "crowns": "crowns|crown",
    "PLN": "PLN|zloty|zlotys",
    "TRY": "TRY|lira|liras",
    "KRW": "₩|KRW|won",
    "IDR": "IDR|rupiah",
    "BRL": "R$|BRL|reais",
    "MXN": "MXN|pesos|peso",
    "ZAR": "ZAR|rand",
    "ILS": "₪|ILS|shekels|shekel",
    "NGN": "₦|NGN|naira",
    "KES": "KES|Kenyan shillings",
    "BTC": "bitcoins|bitcoin",
}
_CURRENCIES = {name: code for code, names in _MONEY.items() for name in names.split("|")}


def _either(names: list[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


_SIGNS = [name for name in _CURRENCIES if not name[-1].islower() or name == "Rs"]
_NAMES = [name for name in _CURRENCIES if name[-1].isalpha() and name != "Rs"]
_MONEY_BEFORE = re.compile(rf"(?<![A-Za-z])({_either(_SIGNS)})[ \u00a0]?$")
_MONEY_AFTER = re.compile(rf"[ \u00a0-]?({_either([*_NAMES, '€', '£'])})(?!\w)")
_UNIT_AFTER = re.compile(rf"[ \u00a0-]?({_either(list(_UNITS))})(?![\w²]|/[a-z])")
_UNIT_LAST = re.compile(rf"(?:^|[\d\s-])({_either(list(_UNITS))})$")
_CLOSE_ONLY = frozenset({"C", "m", "ha", "pc", "°"})
"""Units that are too short to be told from other words when a space stands before them."""
_MONEY_IF_SCALED = frozenset({"pounds", "won"})
_MONEY_IF_LARGE, _LARGE = frozenset({"crowns", "crown"}), 100
"""Fewer crowns may well be worn or won."""

_COMMON = {
    "km": ("length", 1000.0), "m": ("length", 1.0), "h": ("time", 1.0), "days": ("time", 24.0),
    "years": ("time", 8766.0), "°C": ("temperature", 1.0), "degrees": ("temperature", 1.0),
}  # fmt: skip


def money_before(text: str, start: int) -> tuple[int, str] | None:
    """Where a currency sign just before a number begins, and its ISO 4217 code."""
    found = _MONEY_BEFORE.search(text[max(0, start - 8) : start])
    return (max(0, start - 8) + found.start(1), _CURRENCIES[found.group(1)]) if found else None


def money_after(text: str, end: int, number: Numeral) -> tuple[int, str] | None:
    """The end of a currency's name just after a number, and its code. "Five pounds" are a weight, millions money.

    Crowns of no country have no code, and are "crowns".
    """
    found = _MONEY_AFTER.match(text, end)
    if not found or (found.group(1) in _MONEY_IF_SCALED and not number.scaled):
        return None
    if found.group(1) in _MONEY_IF_LARGE and number.value < _LARGE:
        return None
    return found.end(), _CURRENCIES[found.group(1)]


def is_money(measure: str) -> bool:
    """Whether a measure is a currency."""
    return measure in _MONEY


def unit_after(text: str, end: int) -> tuple[int, Unit] | None:
    """The end of a unit's name just after a number, and the unit."""
    found = _UNIT_AFTER.match(text, end)
    if not found or (found.group(1) in _CLOSE_ONLY and found.start(1) > end):
        return None
    return found.end(), _UNITS[found.group(1)]


def unit_written(figure: str) -> Unit | None:
    """The unit that a figure's text ends with; None where it ends with none, as money and bare counts do."""
    found = _UNIT_LAST.search(figure)
    return _UNITS[found.group(1)] if found else None


def common(value: float, unit: str | None) -> tuple[float, str]:
    """A value in the measure that its base unit shares with others: km and m are both lengths, days and years times.

    Returns:
        The value there, and the measure's name; a unit that shares with none is its own measure, "" is a bare count.
    """
    measure, factor = _COMMON.get(unit or "", (unit or "", 1.0))
    return value * factor, measure
