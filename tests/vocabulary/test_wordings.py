"""The requests in several wordings, from which it is learnt what asks the same."""

from wsr.vocabulary.wordings import wordings


def test_each_request_has_two_or_three_wordings() -> None:
    """Enough of them to learn from."""
    assert {2, 3} == {len(request) for request in wordings()}
    assert len(wordings()) > 1_300


def test_no_wording_stands_twice() -> None:
    """Else two requests would be told apart that are one."""
    texts = [text.casefold() for request in wordings() for text in request]

    assert len(texts) == len(set(texts))
    assert all(text == " ".join(text.split()) and 8 < len(text) < 400 for text in texts)
