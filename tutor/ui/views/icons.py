"""The interface's icons, as inline SVG that takes the colour of the text around it."""

_PATHS = {
    "up": "M7 11v9H4v-9h3Zm0 0 4-8a2 2 0 0 1 2 2v4h5.2a2 2 0 0 1 2 2.3l-1.1 7a2 2 0 0 1-2 1.7H7",
    "down": "M17 13V4h3v9h-3Zm0 0-4 8a2 2 0 0 1-2-2v-4H5.8a2 2 0 0 1-2-2.3l1.1-7a2 2 0 0 1 2-1.7H17",
    "copy": "M9 9h10v11H9zM5 15V4h10",
    "retry": "M4 12a8 8 0 1 1 2.4 5.7M4 19v-5h5",
    "close": "M6 6l12 12M18 6 6 18",
    "theme": "M12 3a9 9 0 1 0 0 18V3Z M12 3a9 9 0 0 1 0 18",
    "flag": "M6 21V4h11l-2 4 2 4H6",
    "warning": "M12 4 2.5 20h19L12 4Zm0 6v5m0 2.5v.5",
}


def icon(name: str) -> str:
    """Return the SVG of an icon; it is decoration, so screen readers pass over it."""
    return (
        '<svg class="icon" viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor" '
        f'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'
        f'<path d="{_PATHS[name]}"/></svg>'
    )
