"""The error hierarchy: drawn in its docstring as it is."""

import re

from tutor import errors
from tutor.errors import TutorError


def hierarchy() -> dict[str, str]:
    """Return each error of the package with the name of the one it derives from."""
    found = {name: value for name, value in vars(errors).items() if isinstance(value, type)}
    return {name: value.__bases__[0].__name__ for name, value in found.items() if value is not TutorError}


def test_the_drawing_is_the_hierarchy() -> None:
    drawn: dict[str, str] = {}
    above: dict[int, str] = {0: "TutorError"}
    for line in (errors.__doc__ or "").splitlines():
        match = re.search(r"^([│ ]*)[├└]── (\w+)", line)
        if match:
            depth = len(match[1]) // 4 + 1
            above[depth] = match[2]
            drawn[match[2]] = above[depth - 1]
    assert drawn == hierarchy()


def test_every_error_is_a_tutor_error() -> None:
    assert all(issubclass(getattr(errors, name), TutorError) for name in hierarchy())
