"""Originals and pictures: given away, never run in our origin."""

import hashlib
from io import BytesIO

from fastapi.testclient import TestClient
from PIL import Image

from wsr.repository.repository import Repository


def test_the_original_is_given_byte_for_byte_as_an_attachment(client: TestClient, shelf: Repository) -> None:
    """Under a plain name made from the slug, with the hash of its bytes as its tag."""
    response = client.get("/reviews/cpr2017-w91.pdf")
    source = shelf.review("cpr2017-w91").documents[0].source

    assert source.sha256 == hashlib.sha256(response.content).hexdigest()
    assert "application/pdf" == response.headers["content-type"]
    assert 'attachment; filename="cpr2017-w91.pdf"' == response.headers["content-disposition"]
    assert f'"{source.sha256}"' == response.headers["etag"]
    assert "nosniff" == response.headers["x-content-type-options"]


def test_each_document_has_its_own_file(client: TestClient, shelf: Repository) -> None:
    """Named by its id; there is none for a document that is not there."""
    sha256 = hashlib.sha256(client.get("/reviews/cpr2017-w91.pdf?document=d2").content).hexdigest()

    assert shelf.review("cpr2017-w91").documents[1].source.sha256 == sha256
    assert 404 == client.get("/reviews/cpr2017-w91.pdf?document=d3").status_code


def test_a_reader_who_has_the_file_does_not_get_it_again(client: TestClient) -> None:
    """304, and nothing for a shared cache to keep."""
    tag = client.get("/reviews/cpr2017-w91.pdf").headers["etag"]
    again = client.get("/reviews/cpr2017-w91.pdf", headers={"If-None-Match": f'"other", {tag}'})

    assert (304, b"") == (again.status_code, again.content)
    assert "private, no-cache" == again.headers["cache-control"]


def test_a_page_is_drawn_in_its_own_shape(client: TestClient) -> None:
    """The third page is landscape."""
    response = client.get("/reviews/cpr2017-w91/pages/3.webp")
    with Image.open(BytesIO(response.content)) as picture:
        assert "WEBP" == picture.format
        assert picture.width > picture.height
    assert "image/webp" == response.headers["content-type"]


def test_files_of_held_reviews_are_not_given(client: TestClient) -> None:
    """Neither the original nor a picture."""
    assert 404 == client.get("/reviews/dhr2019-w98.pdf").status_code
    assert 404 == client.get("/reviews/dhr2019-w98/pages/1.webp").status_code
