"""L_context: the contextual loss between the result and its exemplar (paper equation 9; Mechrez et al. 2018)."""

import torch
from torch import Tensor
from torch.nn import functional

LAYER_WEIGHTS = {"r32": 2.0, "r42": 4.0, "r51": 8.0}
"""ω_l; r32 is pooled ×2 first, as in the authors' code."""
BANDWIDTH = 0.1


def contextual_similarity(result: Tensor, exemplar: Tensor, bandwidth: float = BANDWIDTH) -> Tensor:
    """A(i, j), B×N×M: softmax over exemplar positions of the relative cosine distance.

    Features are centred on the exemplar's mean; d̃_ij = d_ij / (min_k d_ik + ε), w = exp((1 − d̃)/h).
    """
    mean = exemplar.mean(dim=(2, 3), keepdim=True)
    x = functional.normalize((result - mean).flatten(2), dim=1)
    y = functional.normalize((exemplar - mean).flatten(2), dim=1)
    distance = (1.0 - x.transpose(1, 2) @ y).clamp_min(0.0)
    relative = distance / (distance.amin(dim=2, keepdim=True) + 1e-3)
    return torch.softmax((1.0 - relative) / bandwidth, dim=2)


def contextual_layer_loss(result: Tensor, exemplar: Tensor) -> Tensor:
    """−log( 1/n Σ_i max_j A(i, j) ), averaged over the batch; 0 when every feature has one clear match."""
    best = contextual_similarity(result, exemplar).amax(dim=2)
    return -torch.log(best.mean(dim=1) + 1e-6).mean()


def contextual_loss(result: dict[str, Tensor], exemplar: dict[str, Tensor]) -> Tensor:
    """Weighted sum over layers; maps of B×C×H×W."""
    total = next(iter(result.values())).new_zeros(())
    for name, weight in LAYER_WEIGHTS.items():
        ours, theirs = result[name].float(), exemplar[name].float()
        if ours.shape[2] > 24:
            ours, theirs = functional.avg_pool2d(ours, 2), functional.avg_pool2d(theirs, 2)
        total = total + weight * contextual_layer_loss(ours, theirs)
    return total
