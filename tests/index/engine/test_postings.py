"""Terms as bytes and numbers."""

from hypothesis import given
from hypothesis import strategies as st

from index.engine.postings import join_keys


@given(st.lists(st.binary(max_size=12), unique=True))
def test_a_head_is_the_first_eight_bytes_as_a_number(keys: list[bytes]) -> None:
    keys.sort()
    content, offsets, heads = join_keys(keys)
    assert content.tobytes() == b"".join(keys)
    assert offsets.tolist() == [len(b"".join(keys[:n])) for n in range(len(keys) + 1)]
    assert heads.tolist() == [int.from_bytes(key[:8].ljust(8, b"\0"), "big") for key in keys]
