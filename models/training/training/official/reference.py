"""Reference results on inputs that TypeScript also makes (electron/importer/conversion/self-test-inputs.ts)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from .configuration import OfficialConfiguration
from .pipeline import OfficialModel, Translation
from .seeded_inputs import condition_of, layout_labels, mask_noise, smooth_picture

EXEMPLAR_SEED = 1
CONDITION_SEED = 2
EXEMPLAR_CONDITION_SEED = 3
QUERY = 100


@dataclass(frozen=True)
class ReferenceInputs:
    """``feeds`` of the converted graphs by name, and the reference's own three tensors."""

    feeds: dict[str, NDArray[np.generic]]
    exemplar: torch.Tensor
    condition: torch.Tensor
    exemplar_condition: torch.Tensor


def reference_inputs(configuration: OfficialConfiguration) -> ReferenceInputs:
    """The fixed inputs of a variant."""
    channels = configuration.condition_channels
    exemplar = smooth_picture(EXEMPLAR_SEED)
    condition = condition_of(configuration, CONDITION_SEED)
    mixture = condition_of(configuration, EXEMPLAR_CONDITION_SEED)
    feeds: dict[str, NDArray[np.generic]] = {"exemplar": exemplar, "query": np.array([QUERY], np.int64)}
    if configuration.name.startswith("ade20k"):
        feeds["condition"] = layout_labels(CONDITION_SEED, channels)
        feeds["exemplar_condition"] = layout_labels(EXEMPLAR_CONDITION_SEED, channels)
    else:
        feeds |= {"condition": condition, "exemplar_condition": mixture}
    if configuration.noise_for_mask:
        mixture = mask_noise(channels)
        feeds["noise"] = mixture / np.float32(0.01)
    return ReferenceInputs(feeds, torch.from_numpy(exemplar), torch.from_numpy(condition), torch.from_numpy(mixture))


def reference_translation(model: OfficialModel) -> Translation:
    """What the reference makes of the fixed inputs."""
    inputs = reference_inputs(model.configuration)
    with torch.inference_mode():
        translation: Translation = model(inputs.exemplar, inputs.condition, inputs.exemplar_condition)
    return translation
