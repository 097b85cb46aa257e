"""A training run described as data: configs/*.toml parsed into frozen values."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from training.networks.translator import TranslatorConfig


@dataclass(frozen=True)
class LossWeights:
    """Multipliers of the losses of the paper (cocosnet.md section 1.4) and of our additions; 0 leaves one out."""

    pseudo_pair: float = 5.0
    pseudo_pixel: float = 5.0
    perceptual: float = 0.3
    contextual: float = 0.5
    domain: float = 10.0
    position_contrast: float = 0.5
    regularisation: float = 1.0
    warped_labels: float = 1.0
    adversarial: float = 1.5
    palette: float = 1.0
    layout_agreement: float = 0.5
    spectrum: float = 1.0


@dataclass(frozen=True)
class Phase:
    """A stretch of training at one picture size."""

    size: int
    """side of the square crops, pixels"""
    batch: int
    samples: int
    learning_rate: float
    short_side: int = 0
    """short side the photos are scaled to before cropping; 0 means `size`"""
    pseudo_share: float = 0.5
    stranger_share: float = 0.15
    """share of the retrieved exemplars that are any photo at all: what is missing there must be painted"""
    hidden_share: float = 0.0
    """share of the pseudo exemplars that lack a class of the photo: what is missing there must fit the rest"""
    lit_share: float = 0.0
    """share of the samples seen in the light of another hour (training/data/light.py)"""

    @property
    def scale(self) -> int:
        """Short side of the photos in pixels."""
        return self.short_side or self.size


@dataclass(frozen=True)
class RunSettings:
    """A whole run: phases in order, networks, weights of the losses."""

    name: str
    seed: int
    phases: tuple[Phase, ...]
    model: TranslatorConfig = field(default_factory=TranslatorConfig)
    losses: LossWeights = field(default_factory=LossWeights)
    discriminator_rate: float = 2.0
    """learning rate of the discriminator relative to the generator's"""
    average_samples: float = 4000.0
    """time constant, in samples, of the exponential moving average of the weights"""
    neighbours: int = 20
    warm_samples: float = 1500.0
    """samples over which the losses of the judges grow from nothing"""
    frozen: tuple[str, ...] = ()
    """parts of the translator whose weights stay as they began ('layout_adaptor', 'exemplar_adaptor')"""

    @property
    def total_samples(self) -> int:
        """Samples of all phases."""
        return sum(phase.samples for phase in self.phases)


def read_settings(path: Path) -> RunSettings:
    """Raises TypeError with the offending name when the file holds an unknown setting."""
    data = tomllib.loads(path.read_text())
    phases = tuple(Phase(**entry) for entry in data.pop("phases"))
    model_data: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in data.pop("model", {}).items()
    }
    losses = LossWeights(**data.pop("losses", {}))
    frozen = tuple(data.pop("frozen", ()))
    return RunSettings(phases=phases, model=TranslatorConfig(**model_data), losses=losses, frozen=frozen, **data)
