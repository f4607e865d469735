"""What the server answers to others than the page: no files, no foreign names, no endpoints, strict headers."""

from urllib.parse import urljoin, urlsplit

import httpx
import pytest

from tutor.errors import SettingsError
from tutor.settings import Settings
from tutor.ui.app import build_app, serve
from tutor.ui.preparation import Preparation

pytestmark = pytest.mark.slow


def test_headers_keep_the_page_to_this_server(address: str) -> None:
    headers = httpx.get(address).headers
    assert "default-src 'self' data: blob:" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"


def test_no_file_is_served(address: str, settings: Settings) -> None:
    for file in ("/etc/passwd", str(settings.vault / "virtualizacao.md"), str(settings.data / "feedback.jsonl")):
        assert httpx.get(urljoin(address, f"gradio_api/file={file}")).status_code in {403, 404}


def test_no_file_is_taken(address: str) -> None:
    upload = httpx.post(urljoin(address, "gradio_api/upload"), files={"files": ("nota.md", b"* termo -> texto")})
    assert upload.status_code == 413


def test_another_name_for_this_machine_is_refused(address: str) -> None:
    assert httpx.get(address, headers={"Host": "evil.example"}).status_code == 400


def test_no_endpoint_is_offered_to_programs(address: str) -> None:
    offered = httpx.get(urljoin(address, "gradio_api/info")).json()
    assert offered["named_endpoints"] == {}
    assert httpx.get(urljoin(address, "docs")).status_code == 404


def test_a_taken_port_is_told_with_its_fix(address: str, settings: Settings) -> None:
    taken = settings.model_copy(update={"port": urlsplit(address).port})
    app = build_app(Preparation(lambda: pytest.fail("never opened")), taken)
    with pytest.raises(SettingsError, match=r"A porta \d+ de 127\.0\.0\.1 não está livre.*TUTOR_PORT"):
        serve(app, taken)
