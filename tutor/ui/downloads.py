"""Files for the browser to save: made in a temporary folder, carried in the page, none of them served."""

import base64
import json
import tempfile
from collections.abc import Callable
from pathlib import Path


def carried(name: str, write: Callable[[Path], object]) -> str:
    """Return the file that `write` writes, as JSON with its name and its bytes in base64 for `tutor.saveFile`."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        write(file)
        return json.dumps({"name": name, "data": base64.b64encode(file.read_bytes()).decode()})
