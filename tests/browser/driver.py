"""What a student does on the ask page, as a page object."""

from playwright.sync_api import Locator, Page, expect

_TO_INDEX = 240_000  # ms in which the shipped notes are embedded on a slow machine that does other work


class Chat:
    """The ask page of an open app."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.question = page.get_by_role("textbox", name="Sua pergunta")
        self.exchanges = page.locator(".exchange")
        self.source = page.locator("#source aside")

    @property
    def last(self) -> Locator:
        """The newest exchange."""
        return self.exchanges.last

    def ready(self) -> "Chat":
        """Wait until questions to begin with are offered."""
        expect(self.page.locator(".starter").first).to_be_visible(timeout=_TO_INDEX)
        return self

    def ask(self, question: str) -> Locator:
        """Type a question, send it with Enter, wait for the whole answer and return it."""
        before = self.exchanges.count()
        self.question.fill(question)
        self.question.press("Enter")
        return self.answer_after(before)

    def answer_after(self, before: int) -> Locator:
        """Wait for the answer that follows `before` exchanges."""
        expect(self.exchanges).to_have_count(before + 1)
        expect(self.last).to_have_class("exchange done")
        return self.last.locator(".answer")


def scrolls_sideways(page: Page) -> bool:
    """True when the page is wider than the window."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


class Quiz:
    """The practice page of an open app."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.item = page.locator("#practice .item.current")
        self.feedback = self.item.locator(".feedback")
        self.place = page.locator("#practice .where")
        self.result = page.locator("#practice .result")

    def open(self) -> "Quiz":
        """Go to the page and wait until there is something to choose from."""
        Chat(self.page).ready()
        self.page.get_by_role("tab", name="Praticar").click()
        expect(self.page.locator(".practice-head")).to_be_visible()
        return self

    def choose(self, *kinds: str, count: int) -> None:
        """Choose the kinds and how many."""
        for kind in kinds:
            self.page.get_by_label(kind, exact=True).check()
        self.page.get_by_role("radio", name=str(count), exact=True).check()

    def begin(self) -> None:
        """Start and wait for the first question."""
        self.page.get_by_role("button", name="Começar").click()
        expect(self.item).to_be_visible()

    def finish(self) -> None:
        """End the session and wait for the result."""
        self.page.get_by_role("button", name="Encerrar").click()
        expect(self.result).to_be_visible()
