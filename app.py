"""The browser app: `python app.py`, the same as `tutor serve`."""

import sys

from tutor.cli import main

if __name__ == "__main__":
    raise SystemExit(main(["serve", *sys.argv[1:]]))
