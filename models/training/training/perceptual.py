"""Frozen feature networks of the losses: VGG-19 distilled to a sixteenth of its cost."""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

BLOCKS = ((1, 2), (2, 2), (3, 4), (4, 4), (5, 1))
"""(stage, convolutions) of VGG-19 up to conv5_1."""


class DistilledVgg(nn.Module):
    """VGG-19 conv1_1 … conv5_1 with 16/32/64/128/128 channels, from RGB in −1..1.

    `forward` returns the named relu maps asked for ('r12', 'r22', 'r32', 'r42', 'r51', …).
    The weights file lacks conv5_2, so the deepest layer of the paper's losses is r51 here instead of r52.
    """

    def __init__(self, weights: Path) -> None:
        super().__init__()
        state = torch.load(weights, weights_only=True)
        self.entry = nn.Conv2d(3, 3, 1)
        self.entry.load_state_dict({"weight": state["conv0.weight"], "bias": state["conv0.bias"]})
        layers: dict[str, nn.Module] = {}
        for stage, count in BLOCKS:
            for index in range(1, count + 1):
                weight = state[f"conv{stage}{index}.weight"]
                conv = nn.Conv2d(weight.shape[1], weight.shape[0], 3)
                conv.load_state_dict({"weight": weight, "bias": state[f"conv{stage}{index}.bias"]})
                layers[f"c{stage}{index}"] = conv
        self.layers = nn.ModuleDict(layers)
        self.requires_grad_(False)

    def forward(self, picture: Tensor, wanted: tuple[str, ...]) -> dict[str, Tensor]:
        """Pictures B×3×H×W in −1..1 to the relu maps named in `wanted`."""
        features = self.entry((picture + 1.0) * 0.5)
        found: dict[str, Tensor] = {}
        for stage, count in BLOCKS:
            if stage > 1:
                features = functional.max_pool2d(features, 2)
            for index in range(1, count + 1):
                padded = functional.pad(features, (1, 1, 1, 1), mode="reflect")
                features = functional.relu(self.layers[f"c{stage}{index}"](padded))
                if f"r{stage}{index}" in wanted:
                    found[f"r{stage}{index}"] = features
                if len(found) == len(wanted):
                    return found
        return found
