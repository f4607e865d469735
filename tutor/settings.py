"""One frozen settings object, read from `TUTOR_*` variables and `tutor.toml`; nothing else reads the environment."""

from pathlib import Path
from tomllib import TOMLDecodeError
from typing import Self

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from tutor.errors import SettingsError


class Settings(BaseSettings):
    """What a student can choose. Variables win over `tutor.toml` in the working folder, keywords over both."""

    model_config = SettingsConfigDict(env_prefix="TUTOR_", toml_file="tutor.toml", frozen=True, extra="forbid")

    vault: Path = Field(default=Path("corpus"), description="Folder of Markdown notes.")
    index: Path = Field(default=Path(".tutor"), description="Folder of the index; safe to delete.")
    data: Path = Field(default=Path(".tutor-data"), description="Folder of practice history and feedback; keep it.")
    embedder: str = Field(default="", description="sentence-transformers name or folder; empty for the packaged one.")
    chat_model: str = Field(default="", description="LangChain chat model, `provider:name`; empty for none.")
    chat_url: str = Field(default="", description="Base URL of an OpenAI-compatible server.")
    chat_key: SecretStr = Field(default=SecretStr(""), description="Key of that server, where it asks for one.")
    chroma_url: str = Field(default="", description="URL of a Chroma server; empty for the embedded one.")
    language: str = Field(default="pt", pattern="^(pt|en)$", description="Language of the interface.")
    host: str = Field(default="127.0.0.1", description="Address the browser app listens on.")
    port: int = Field(default=7860, ge=0, le=65535, description="Port the browser app listens on.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order the sources: keywords, variables, file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @classmethod
    def load(cls, **chosen: object) -> Self:
        """Read the settings; `chosen` values win, None counts as not chosen.

        Raises:
            SettingsError: for a value that cannot be used, naming every bad one.
        """
        try:
            return cls(**{name: value for name, value in chosen.items() if value is not None})  # type: ignore[arg-type]
        except TOMLDecodeError as error:
            message = (
                f"O arquivo tutor.toml não é TOML válido ({error}). Corrija a linha indicada, ou apague o arquivo."
            )
            raise SettingsError(message) from error
        except ValidationError as error:
            faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
            message = f"Configuração inválida ({faults}). Corrija a variável TUTOR_* ou o arquivo tutor.toml."
            raise SettingsError(message) from error
