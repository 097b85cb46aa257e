"""A people run described as data: configs/people/*.toml."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.people.people_trainer import PeopleLossWeights
from training.people.people_translator import PeopleTranslatorConfig
from training.settings import Phase, RunSettings


@dataclass(frozen=True)
class PeopleRunSettings(RunSettings):
    """A run of the people network; a phase's size is the pictures' height."""

    model: PeopleTranslatorConfig = field(default_factory=PeopleTranslatorConfig)
    losses: PeopleLossWeights = field(default_factory=PeopleLossWeights)


def read_people_settings(path: Path) -> PeopleRunSettings:
    """Raises TypeError with the offending name when the file holds an unknown setting."""
    data = tomllib.loads(path.read_text())
    phases = tuple(Phase(**entry) for entry in data.pop("phases"))
    model_data: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in data.pop("model", {}).items()
    }
    losses = PeopleLossWeights(**data.pop("losses", {}))
    return PeopleRunSettings(phases=phases, model=PeopleTranslatorConfig(**model_data), losses=losses, **data)
