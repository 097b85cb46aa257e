"""A face run described as data: configs/faces/*.toml."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.faces.face_losses import FaceLossWeights
from training.faces.face_translator import FaceTranslatorConfig
from training.settings import Phase, RunSettings


@dataclass(frozen=True)
class FaceRunSettings(RunSettings):
    """A run of the face network."""

    model: FaceTranslatorConfig = field(default_factory=FaceTranslatorConfig)
    losses: FaceLossWeights = field(default_factory=FaceLossWeights)
    edge_share: float = 0.5
    """share of the batches that are painted by edges instead of parts"""
    reading_samples: int = 0
    """samples at the beginning from which only the reading of edges is learned: thirty times as fast as painting"""


def read_face_settings(path: Path) -> FaceRunSettings:
    """Raises TypeError with the offending name when the file holds an unknown setting."""
    data = tomllib.loads(path.read_text())
    phases = tuple(Phase(**entry) for entry in data.pop("phases"))
    model_data: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in data.pop("model", {}).items()
    }
    losses = FaceLossWeights(**data.pop("losses", {}))
    return FaceRunSettings(phases=phases, model=FaceTranslatorConfig(**model_data), losses=losses, **data)
