"""The order that the reader chose, kept apart for what ranks and for what is listed."""

from tui.text.orders import Orders


def test_ranked_results_turn_through_three_orders() -> None:
    orders = Orders()
    said = []
    for _ in range(4):
        said.append((orders.chosen("tolva"), orders.words("tolva")))
        orders.turn("tolva")
    assert said == [
        ("relevance", "by relevance"), ("newest", "newest first"), ("oldest", "oldest first"),
        ("relevance", "by relevance"),
    ]  # fmt: skip
    assert orders.listed == "relevance"


def test_what_is_merely_listed_stands_by_date_and_turns_round() -> None:
    orders = Orders()
    assert (orders.chosen(""), orders.effective("")) == ("relevance", "newest")
    orders.turn("outlet:quay")
    assert (orders.effective(""), orders.effective("tolva")) == ("oldest", "relevance")
    orders.turn("")
    assert orders == Orders()
