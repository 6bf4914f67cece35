"""People with an account in the browser, see ``people_with_an_account.py``."""

from typing import Any

from playwright.sync_api import Browser

from tests.browser.site import Site
from tests.staff import PASSWORD


class Staff:
    """Logs each person in once, through the page where people do, and keeps the cookies."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.browser = browser
        self.site = site
        self.kept: dict[str, Any] = {}

    def cookies_of(self, name: str) -> Any:
        """What a new window needs to be this person's; do not log out with them."""
        if name not in self.kept:
            self.kept[name] = self._log_in(name)
        return self.kept[name]

    def _log_in(self, name: str) -> Any:
        context = self.browser.new_context(base_url=self.site.address)
        page = context.new_page()
        page.goto("/beheer/")
        page.fill("#id_username", f"{name}@gemeente.example")
        page.fill("#id_password", PASSWORD)
        with page.expect_navigation():
            page.press("#id_password", "Enter")
        state = context.storage_state()
        context.close()
        assert any(cookie["name"] == "sessionid" for cookie in state["cookies"]), name
        return state
