"""English is complete: what is left in Dutch is a name or a quotation, and says so."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.pages import ENGLISH

DUTCH = re.compile(r"\b(de|het|een|en|niet|voor|van|naar|plek|plekken|wijken)\b", re.IGNORECASE)
NAMES = re.compile("Huis van de Wijk|Bij de Provenier")
"""What may stand in an English sentence."""

TEXTS_THAT_CLAIM_TO_BE_ENGLISH = """() => {
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const around = walker.currentNode.parentElement;
        if (around.closest("[lang]").lang === "en" && !around.closest("script, [translate=no]"))
            texts.push(walker.currentNode.data.trim());
    }
    for (const one of document.querySelectorAll("[aria-label], [placeholder], [title]"))
        if (one.closest("[lang]").lang === "en")
            texts.push(one.ariaLabel ?? "", one.placeholder ?? "", one.title);
    return texts;
}"""


@pytest.mark.parametrize("address", ENGLISH.values(), ids=ENGLISH)
def test_an_english_page_uses_no_dutch_words(reader: Page, address: str) -> None:
    reader.goto(address)
    texts = reader.evaluate(TEXTS_THAT_CLAIM_TO_BE_ENGLISH)
    assert [text for text in texts if DUTCH.search(NAMES.sub("", text))] == []
