"""A run of the face parser described as data: configs/parsing/face-parts*.toml."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.parsing.classes import FACE_PARTS


@dataclass(frozen=True)
class ParserPhase:
    """A stretch of training at one picture size."""

    samples: int
    """photos seen"""
    size: int
    """side in pixels of what the network sees"""
    cut: bool = False
    """Whether smaller pictures are windows of the 256² photo rather than the whole of it made smaller."""


@dataclass(frozen=True)
class ParserSettings:
    """Everything a run depends on besides its photos."""

    name: str
    seed: int
    phases: tuple[ParserPhase, ...]
    batch: int = 16
    learning_rate: float = 1.5e-3
    encoder_rate: float = 0.4
    """learning rate of the pretrained encoder relative to the decoder's"""
    rare_lift: float = 0.0
    """power of the inverse frequency with which classes weigh in the cross-entropy"""
    average_samples: float = 2000.0
    """time constant, in samples, of the exponential moving average of the weights"""
    pseudo_sets: tuple[str, ...] = ()
    """sets whose label maps a parser wrote"""
    pseudo_share: float = 0.4
    """share of the samples that come from these sets"""
    favour: dict[str, float] = field(default_factory=dict)
    """how many times more often photos with a part are drawn, by the part's name"""

    @property
    def samples(self) -> int:
        """Photos seen in all."""
        return sum(phase.samples for phase in self.phases)

    def phase(self, seen: int) -> ParserPhase:
        """The phase of the next photo; the last one when all are over."""
        for phase in self.phases:
            if seen < phase.samples:
                return phase
            seen -= phase.samples
        return self.phases[-1]


def read_parser_settings(path: Path, parts: tuple[str, ...] = FACE_PARTS) -> ParserSettings:
    """Raises TypeError with the name of an unknown setting, ValueError with that of an unknown part."""
    data = tomllib.loads(path.read_text())
    phases = tuple(ParserPhase(**entry) for entry in data.pop("phases"))
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    settings = ParserSettings(phases=phases, **values)
    for part in settings.favour:
        if part not in parts:
            raise ValueError(f"{path}: {part} is no part that the parser knows")
    return settings
