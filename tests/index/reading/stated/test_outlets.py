from index.reading.stated.outlets import is_outlet_name, outlet_of_address, stated_outlet


def test_closing_lines() -> None:
    assert stated_outlet(["📣 The Courier is now on Telegram. Click here"], []) == (
        "The Courier",
        "closing line",
    )
    assert stated_outlet(["© 2021 Northern Post. All rights reserved."], []) == (
        "Northern Post",
        "closing line",
    )
    assert stated_outlet(["© Getty Images"], []) is None


def test_told_needs_a_second_clue() -> None:
    told = ["“It holds,” Ms Reed told The Courier."]
    assert stated_outlet([], told) is None
    assert stated_outlet(["follow other Courier readers and see their replies"], told) == (
        "The Courier",
        "closing line",
    )


def test_addresses_and_names() -> None:
    assert outlet_of_address("https://www.courier.example/2021/07/drills") == "courier.example"
    assert outlet_of_address("http://[broken") is None
    assert is_outlet_name("Northern Post")
    assert not is_outlet_name("Davor Kern")
