"""LPIPS v0.1 with AlexNet features (Zhang et al. 2018), for the diversity between exemplars."""

from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

SHIFT = (-0.030, -0.088, -0.188)
SCALE = (0.458, 0.448, 0.450)
LAYERS = (("0.0", 4, 2), ("1.1", 1, 2), ("2.1", 1, 1), ("3.0", 1, 1), ("4.0", 1, 1))
"""(weights, stride, padding); layers named '….1' follow a 3×3 max pooling."""


class Lpips:
    """Perceptual distance of two batches of pictures in −1..1."""

    def __init__(self, weights: Path) -> None:
        state = torch.load(weights, weights_only=True)
        self.features = {name: value.float() for name, value in state["features"].items()}
        self.heads = [head.float() for head in state["heads"]]
        self.shift = torch.tensor(SHIFT).reshape(1, 3, 1, 1)
        self.scale = torch.tensor(SCALE).reshape(1, 3, 1, 1)

    def maps(self, pictures: Tensor) -> list[Tensor]:
        """Unit-length feature maps of the five layers."""
        features = (pictures - self.shift) / self.scale
        found = []
        for name, stride, padding in LAYERS:
            if name.endswith(".1"):
                features = functional.max_pool2d(features, 3, 2)
            weight, bias = self.features[f"{name}.weight"], self.features[f"{name}.bias"]
            features = functional.relu(functional.conv2d(features, weight, bias, stride, padding))
            found.append(features * torch.rsqrt((features * features).sum(1, keepdim=True) + 1e-10))
        return found

    @torch.no_grad()
    def __call__(self, first: Tensor, second: Tensor) -> Tensor:
        """Distances, B."""
        total = torch.zeros(first.shape[0])
        for a, b, head in zip(self.maps(first), self.maps(second), self.heads, strict=True):
            total = total + functional.conv2d((a - b) ** 2, head).mean(dim=(1, 2, 3))
        return total
