"""BVLC GoogLeNet up to pool5: the feature space of our FID."""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

MEAN_BGR = (104.0, 117.0, 123.0)
POOL_AFTER = {"3b", "4e"}
BLOCKS = ("3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b")


class GoogLeNet(nn.Module):
    """RGB pictures B×3×H×W in −1..1 to B×1024 mean-pooled features of inception 5b."""

    def __init__(self, weights: Path) -> None:
        super().__init__()
        state = torch.load(weights, weights_only=True)
        self.tensors = {name: value.float() for name, value in state.items()}
        self.mean = torch.tensor(MEAN_BGR).reshape(1, 3, 1, 1)

    def layer(self, features: Tensor, name: str, stride: int = 1) -> Tensor:
        """One convolution with bias and ReLU by its name in the weights."""
        weight = self.tensors[f"{name}.weight"]
        padding = weight.shape[2] // 2
        return functional.relu(
            functional.conv2d(features, weight, self.tensors[f"{name}.bias"], stride=stride, padding=padding)
        )

    def inception(self, features: Tensor, name: str) -> Tensor:
        """One inception block."""
        base = f"inc.{name}"
        straight = self.layer(features, f"{base}.a")
        middle = self.layer(self.layer(features, f"{base}.b1"), f"{base}.b2")
        wide = self.layer(self.layer(features, f"{base}.c1"), f"{base}.c2")
        pooled = self.layer(functional.max_pool2d(features, 3, 1, 1), f"{base}.d")
        return torch.cat([straight, middle, wide, pooled], 1)

    @torch.no_grad()
    def forward(self, pictures: Tensor) -> Tensor:
        """Pictures of any size; B×1024 features."""
        sized = functional.interpolate(pictures, size=(224, 224), mode="bilinear", antialias=True)
        features = (sized.flip(1) + 1.0) * 127.5 - self.mean
        features = functional.max_pool2d(self.layer(features, "c1", 2), 3, 2, ceil_mode=True)
        features = functional.local_response_norm(features, 5, 1e-4, 0.75, 1.0)
        features = self.layer(self.layer(features, "c2r"), "c2")
        features = functional.local_response_norm(features, 5, 1e-4, 0.75, 1.0)
        features = functional.max_pool2d(features, 3, 2, ceil_mode=True)
        for name in BLOCKS:
            features = self.inception(features, name)
            if name in POOL_AFTER:
                features = functional.max_pool2d(features, 3, 2, ceil_mode=True)
        return features.mean(dim=(2, 3))
