"""The app's head as HTML: its name, the status line, and the language and theme buttons."""

from html import escape

from tutor.ui.preparation import Status
from tutor.ui.strings import say
from tutor.ui.views.icons import icon
from tutor.ui.views.markup import attributes
from tutor.ui.views.notes import status_words


def render_header(status: Status, notes: int, language: str) -> str:
    """Return the head; `notes` is how many are indexed."""
    switch = attributes(
        type="button", class_="text-button", data_event="click", aria_label=say(language, "language.switch")
    )
    theme = say(language, "theme.toggle")
    toggle = attributes(type="button", class_="icon-button", data_theme_toggle="", aria_label=theme, title=theme)
    words = attributes(data_language=language, data_send=say(language, "ask.send"), data_stop=say(language, "ask.stop"))
    return (
        f'<div class="masthead"{words}>'
        f'<div class="brand"><h1>{escape(say(language, "app.name"))}</h1>'
        f'<span class="tagline">{escape(say(language, "app.tagline"))}</span></div>'
        f'<span class="status {status.phase}" role="status">{escape(status_words(status, notes, language))}</span>'
        f"<button{switch}>{escape(say(language, 'language.other'))}</button>"
        f"<button{toggle}>{icon('theme')}</button></div>"
    )
