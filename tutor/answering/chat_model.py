"""The language model the student plugs in: any LangChain chat model, or an OpenAI-compatible server."""

from collections.abc import Iterator, Sequence
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage

from tutor.errors import ChatModelError
from tutor.settings import Settings

_TIMEOUT = 180.0
"""Seconds a model may be silent: a local one reads a long prompt at its leisure."""

_NO_KEY = "none"  # what a server without keys is sent: the client refuses to send nothing


def open_chat_model(settings: Settings) -> BaseChatModel | None:
    """Return the chat model that the settings name, None where they name none; nothing is sent yet.

    `chat_model` is `provider:name` as LangChain's `init_chat_model` reads it, keys come from the provider's own
    variables. With a `chat_url` the model is behind an OpenAI-compatible server and gets `chat_key` and no other key.

    Raises:
        ChatModelError: for an unknown provider, one whose package is missing, or a missing key.
    """
    if not settings.chat_model and not settings.chat_url:
        return None
    from langchain.chat_models import init_chat_model

    try:
        return init_chat_model(**_options(settings))  # type: ignore[no-any-return]
    except Exception as error:
        message = (
            f"O modelo de linguagem {settings.chat_model or settings.chat_url} não pôde ser aberto ({error}). Confira "
            "TUTOR_CHAT_MODEL (provedor:nome), o pacote LangChain do provedor e a chave que ele pede, ou apague "
            "TUTOR_CHAT_MODEL para respostas sem modelo."
        )
        raise ChatModelError(message) from error


def _options(settings: Settings) -> dict[str, Any]:
    common = {"timeout": _TIMEOUT, "max_retries": 1}
    if settings.chat_url:
        name = settings.chat_model.removeprefix("openai:") or "default"
        key = settings.chat_key.get_secret_value() or _NO_KEY
        url = settings.chat_url
        return {"model": name, "model_provider": "openai", "base_url": url, "api_key": key, "temperature": 0} | common
    # OpenAI's newer models refuse a temperature.
    fixed = {} if settings.chat_model.startswith("openai:") else {"temperature": 0}
    return {"model": settings.chat_model} | fixed | common


def stream_text(model: BaseChatModel, messages: Sequence[BaseMessage]) -> Iterator[str]:
    """Yield the pieces of text that a model answers.

    Raises:
        ChatModelError: when it cannot be reached, refuses, or answers nothing.
    """
    empty = True
    try:
        for chunk in model.stream(list(messages)):
            piece = str(chunk.text)
            empty = empty and not piece.strip()
            yield piece
    except Exception as error:  # each provider's client has errors of its own
        message = (
            f"O modelo de linguagem não respondeu ({type(error).__name__}: {error}). Confira se o servidor está no ar "
            "e se TUTOR_CHAT_MODEL, TUTOR_CHAT_URL e a chave estão certos; `tutor doctor` testa os três."
        )
        raise ChatModelError(message) from error
    if empty:
        raise ChatModelError("O modelo de linguagem respondeu sem texto. Tente de novo, ou escolha outro modelo.")


def check_chat_model(model: BaseChatModel) -> None:
    """Ask the model for one word.

    Raises:
        ChatModelError: when it does not answer.
    """
    next(stream_text(model, [HumanMessage("Responda apenas: ok")]))
