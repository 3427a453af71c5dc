import pytest

from index.reading.stated.languages import language_code, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The ministry said that it was the first of the drills in a year, and that they will be held again.",
            "en",
        ),
        (
            "Das Ministerium sagte, dass es die erste der Übungen ist und dass sie auch im Herbst stattfindet.",
            "de",
        ),
        (
            "Le ministère a dit que les manœuvres sont terminées et que la frontière est ouverte pour tous.",
            "fr",
        ),
        ("Министр сказал, что это не так и что на границе все по плану, как он и обещал.", "ru"),
        ("防衛省は火曜日、訓練は来週から始まると発表した。", "ja"),
        ("وزارت دفاع اعلام کرد که رزمایش از هفتهٔ آینده آغاز می‌شود. پس از آن گزارش می‌دهد.", "fa"),
        ("12.4 13.1 15.9 Tin Copper Zinc", None),
        ("", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of([text]) == language


def test_codes() -> None:
    assert language_code("en-GB") == "en"
    assert language_code("pt_BR") == "pt"
    assert language_code("english") is None
    assert language_code(None) is None
