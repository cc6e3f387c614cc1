"""Where something was evidently taken out of a text, it is marked."""

from tests.ingest.structure.sheets import PROSE, Sheet, flow_of, texts
from wsr.ingest.pages import Fill


def test_a_filled_box_between_words_is_a_redaction() -> None:
    """A black box in a line, whether or not words lie under it."""
    sheet = Sheet()
    end = sheet.at(72, 90, "The letter was sent by")
    sheet.fills.append(Fill(end + 4, 80, end + 60, 93))
    sheet.at(end + 10, 90, "Siân", hidden="covered")
    sheet.at(end + 64, 90, "to the clinic.")

    assert ["The letter was sent by [redacted] to the clinic."] == texts(flow_of(sheet))


def test_a_blank_in_the_midst_of_a_sentence_is_a_redaction() -> None:
    """Removed text leaves white where the other spaces of the line are narrow."""
    sheet = Sheet()
    sheet.at(72, 90, "There should have been more consideration given")
    sheet.at(400, 90, "bearing in mind that")
    sheet.at(72, 104, "she had not been seen for a month.")

    assert [
        "There should have been more consideration given [redacted] bearing in mind that she had not been seen for a "
        "month."
    ] == texts(flow_of(sheet))


def test_an_item_that_begins_with_a_comma_lost_its_start() -> None:
    """The name before ", brother of the Deceased" was taken out."""
    sheet = Sheet()
    sheet.text("Those who spoke to the panel were:")
    for item in (", brother of the deceased;", "her general practitioner."):
        sheet.text(item, mark="•", hang=18)

    assert ["[redacted], brother of the deceased;", "her general practitioner."] == texts(flow_of(sheet))[1:]


def test_spaces_of_justified_text_are_no_redactions() -> None:
    """A line set wide has wide spaces everywhere."""
    sheet = Sheet()
    x = 72.0
    for word in ["Nothing", "was", "taken", "out", "of", "this", "line"]:
        x = sheet.at(x, 90, word) + 30
    sheet.at(72, 104, "and it goes on here.")
    sheet.text(PROSE)

    assert not [text for text in texts(flow_of(sheet)) if "[redacted]" in text]
