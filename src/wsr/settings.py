"""The settings of wsr: environment (WSR_…) over wsr.toml in the data folder over these defaults."""

from pathlib import Path
from tomllib import TOMLDecodeError
from typing import Self

import platformdirs
from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from wsr.errors import SettingsError


class Settings(BaseSettings):
    """Every choice that the owner of a repository can make; read once, passed down, never changed."""

    model_config = SettingsConfigDict(env_prefix="WSR_", frozen=True, extra="ignore")

    home: Path = Field(
        default_factory=lambda: platformdirs.user_data_path("wsr"),
        description="The data folder: files, database and index.",
    )
    database_url: str | None = Field(
        default=None,
        description="SQLAlchemy address of a PostgreSQL database; SQLite in the data folder without it.",
    )
    host: str = Field(default="127.0.0.1", description="Address that the server listens on.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that the server listens on.")
    address: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s/]+$",
        description="Where readers find the website, for the links in files; the address that it is asked at without it.",
    )
    public_indexing: bool = Field(default=False, description="Let search engines index the pages.")
    demo: bool = Field(default=False, description="Say on every page that the reviews are fictional samples.")
    contact: str | None = Field(
        default=None, description="How readers reach whoever runs this repository: an address or a sentence."
    )
    max_file_bytes: int = Field(default=100_000_000, gt=0, description="Largest file that is read.")
    max_pages: int = Field(default=2_000, gt=0, description="Most pages of a file.")
    max_memory_bytes: int = Field(
        default=1 << 30, gt=0, description="Memory that a parser may take beside its start."
    )
    cpu_seconds: float = Field(default=60.0, gt=0, description="CPU time for a file.")
    cpu_seconds_a_page: float = Field(default=0.5, ge=0, description="CPU time added for each page.")
    ocr_seconds_a_page: float = Field(default=30.0, gt=0, description="Time for reading a page picture.")
    max_page_bytes: int = Field(default=20_000_000, gt=0, description="Decoded content of one page.")
    max_page_glyphs: int = Field(default=200_000, gt=0, description="Glyphs of one page.")
    max_form_depth: int = Field(default=12, gt=0, description="Nesting of form XObjects.")
    search_seconds: float = Field(default=2.0, gt=0, description="Time that one search may take.")
    sentence_model: Path | None = Field(
        default=None,
        description="Folder of a model of sentences (model.onnx, tokenizer.json), for comparing drafts by meaning too.",
    )
    answers_a_minute: int = Field(
        default=120,
        ge=0,
        description="Comparisons and packs that one visitor may ask for in a minute; 0 for any number.",
    )
    page_picture_dpi: int = Field(default=110, ge=50, le=300, description="Resolution of page pictures.")
    busy_seconds: float = Field(
        default=60.0, ge=0, description="How long to wait for another process that writes."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given by hand, then the environment, then wsr.toml in the data folder."""
        home = init_settings().get("home") or env_settings().get("home") or platformdirs.user_data_path("wsr")
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, Path(home) / "wsr.toml")

    @classmethod
    def load(cls, home: Path | None = None) -> Self:
        """The settings in force. Raises SettingsError naming the setting, its value and what is wrong."""
        try:
            return cls() if home is None else cls(home=home)
        except ValidationError as error:
            first = error.errors()[0]
            name = "WSR_" + "_".join(str(part) for part in first["loc"]).upper()
            raise SettingsError(f"The setting {name} is {first['input']!r}: {first['msg']}.") from error
        except TOMLDecodeError as error:
            raise SettingsError(f"wsr.toml in the data folder is not valid TOML: {error}.") from error
