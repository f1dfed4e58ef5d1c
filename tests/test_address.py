"""Addresses and titles, compared."""

import pytest

from lint.address import file_slug, fold, join, key, normal, same_title, slug


@pytest.mark.parametrize(
    "other",
    [
        "http://quay.example/ferry",
        "https://www.quay.example/ferry/",
        "https://QUAY.example:443/ferry/index.html",
        "https://quay.example/f%65rry?utm_source=mail&fbclid=1",
        "https://quay.example/ferry/?ref=home#comments",
        "//quay.example/ferry",
    ],
)
def test_one_address_in_many_forms(other):
    assert normal(other) == normal("https://quay.example/ferry/")


@pytest.mark.parametrize("other", ["/?p=13", "/ferry", "https://quay.example/?p=12", "/?p=12&q=1"])
def test_different_addresses(other):
    assert normal(other) != normal("/?p=12")


def test_places_on_a_page_are_different_entries():
    assert key("/list/#a") != key("/list/#b")
    assert key("/list/#a") == key("/list#a")


@pytest.mark.parametrize(
    ("url", "own", "whole"),
    [
        ("/a/", "https://quay.example/b/", "https://quay.example/a/"),
        ("../a/", "/posts/b/", "/posts/a/"),
        ("a/", "b", "a/"),
        ("https://x.example/", "/b/", "https://x.example/"),
        ("http://[", "/b/", "http://["),
    ],
)
def test_an_address_is_reached_from_a_page(url, own, whole):
    assert join(url, own) == whole


def test_names():
    assert slug("https://quay.example/2024/The-Ferry/?x=1") == "the-ferry"
    assert slug("https://quay.example/") == ""
    assert file_slug("posts/2024-05-01-the-ferry.md") == "the-ferry"
    assert file_slug("posts/the-ferry/index.md") == "the-ferry"


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("The captain's cabin", "The Captain’s Cabin!"),
        ("The cabin", "The cabin: a search"),
        ("The key to the ca…", "The key to the cabin"),
        ("“The cabin”", "The cabin"),
        ("The cabin — a search", "The cabin: a search"),
        ("Slow – The Quay", "Slow"),
        ("The Lamp and oil", "_The Lamp_ and `oil`"),
    ],
)
def test_titles_that_are_one(said, title):
    assert same_title(said, title)


@pytest.mark.parametrize(("said", "title"), [("A cabin of dust", "The key to the cabin"), ("Slow", "Slowly")])
def test_titles_that_are_two(said, title):
    assert not same_title(said, title)


def test_fold():
    assert fold("  It’s   “HERE”… ") == 'it\'s "here"'
