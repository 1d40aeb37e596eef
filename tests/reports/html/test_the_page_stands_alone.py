"""`index.html` works from disk and by e-mail: nothing is run, nothing is fetched, every link ends somewhere."""

import re
from collections import Counter
from itertools import pairwise

from lxml.etree import _Element

from harness.record import RunRecord
from reports.html import document


def test_nothing_in_it_is_run_or_fetched(octets: bytes, page: _Element) -> None:
    assert not page.xpath("//script | //link | //img | //iframe | //object | //embed | //form | //base | //@src")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")
    assert not page.xpath("//meta[@http-equiv]")
    sheet = page.findtext("head/style")
    assert "@import" not in sheet
    assert "url(" not in sheet
    assert set(re.findall(rb'="?url\(([^)]*)\)', octets)) <= {b"#pattern-fail", b"#pattern-doubt", b"#pattern-idle"}
    assert b"//" not in re.sub(rb"https://dsp/\w+", b"", octets)


def test_every_link_ends_on_the_page_or_in_a_file_of_the_pack(everything: RunRecord, page: _Element) -> None:
    anchors = set(page.xpath("//@id"))
    files = {
        f"exchanges/{message.name}"
        for one in everything.scenarios
        for exchange in one.exchanges
        for message in exchange.messages
    }
    for link in page.xpath("//@href"):
        assert link[1:] in anchors if link.startswith("#") else link in files


def test_no_anchor_is_there_twice(page: _Element) -> None:
    assert set(Counter(page.xpath("//@id")).values()) == {1}


def test_it_can_be_heard(octets: bytes, page: _Element) -> None:
    assert octets.startswith(b"<!DOCTYPE html>")
    assert page.get("lang") == "en-GB"
    assert page.findtext("head/title")
    assert page.xpath("count(//main) = 1 and count(//h1) = 1 and count(//nav[@aria-label]) = 1")
    assert page.xpath("count(//th[not(@scope)]) = 0")
    assert page.xpath("count(//svg[not(@aria-hidden) and not(title)]) = 0")
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4", "h5")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_it_has_a_print_style_and_a_dark_one(page: _Element) -> None:
    sheet = page.findtext("head/style")
    assert "@media print" in sheet
    assert "prefers-color-scheme: dark" in sheet


def test_the_same_record_gives_the_same_page(everything: RunRecord) -> None:
    assert document(everything) == document(everything)
