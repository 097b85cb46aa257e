"""Weights that Python and TypeScript make alike (test/parity/seeded-weights.ts), so that tests need no checkpoint.

Each value depends on the seed, the tensor's key and its index only. Scales keep activations well spread: weights of
unit gain, biases and the attention's γ non-zero, u and v such that uᵀWv is a sensible estimate of the spectral norm.
"""

from __future__ import annotations

import math

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from .configuration import OfficialConfiguration
from .pipeline import OfficialModel
from .seeded_inputs import hashed_uniform

FNV_OFFSET = 0x811C9DC5
FNV_PRIME = 0x01000193


def key_seed(key: str, seed: int) -> int:
    """32-bit FNV-1a of the key's ASCII bytes, starting from offset basis XOR seed."""
    value = FNV_OFFSET ^ seed
    for byte in key.encode("ascii"):
        value = ((value ^ byte) * FNV_PRIME) & 0xFFFFFFFF
    return value


def seeded_model(configuration: OfficialConfiguration, seed: int) -> OfficialModel:
    """The official model in evaluation mode with seeded weights."""
    model = OfficialModel(configuration)
    for network in (model.correspondence, model.generator):
        shapes = {key: tuple(value.shape) for key, value in network.state_dict().items()}
        network.load_state_dict(seeded_state_dict(shapes, seed))
    return model.eval()


def seeded_state_dict(shapes: dict[str, tuple[int, ...]], seed: int) -> dict[str, Tensor]:
    """Values for every key of a netCorr or netG."""
    values: dict[str, NDArray[np.float32]] = {}
    for key, shape in shapes.items():
        if not key.endswith(("weight_u", "weight_v")):
            values[key] = _values(key, shape, seed)
    for key in shapes:
        if key.endswith("weight_v"):
            stem = key.removesuffix("weight_v")
            values[stem + "weight_u"], values[key] = _singular_vectors(values[stem + "weight_orig"], stem, seed)
    return {key: torch.from_numpy(values[key]) for key in shapes}


def _values(key: str, shape: tuple[int, ...], seed: int) -> NDArray[np.float32]:
    low, high = _range(key, shape)
    uniform = hashed_uniform(math.prod(shape), key_seed(key, seed))
    return (low + (high - low) * uniform).astype(np.float32).reshape(shape)


def _range(key: str, shape: tuple[int, ...]) -> tuple[float, float]:
    if key == "attn.gamma":
        return 0.4, 0.6
    if key.endswith("prelu.weight"):
        return 0.05, 0.4
    if key.endswith("bias"):
        return -0.2, 0.2
    bound = math.sqrt(3 / math.prod(shape[1:]))
    # The SPADE convolutions learn small corrections around the identity; γ of unit variance would blow up.
    return (-0.5 * bound, 0.5 * bound) if "mlp_gamma" in key else (-bound, bound)


def _singular_vectors(
    weight: NDArray[np.float32], stem: str, seed: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    matrix = weight.reshape(weight.shape[0], -1).astype(np.float64)
    left = hashed_uniform(matrix.shape[0], key_seed(stem + "weight_u", seed)) - 0.5
    left /= np.sqrt((left**2).sum())
    right = left @ matrix
    return left.astype(np.float32), (right / np.sqrt((right**2).sum())).astype(np.float32)
