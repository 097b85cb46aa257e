"""L_domain and its contrastive companion: both adaptors must give a place the same features (paper equation 6)."""

import torch
from torch import Tensor
from torch.nn import functional


def features_at(layout: Tensor, grid: Tensor) -> tuple[Tensor, Tensor]:
    """Layout features where the distorted exemplar's cells came from.

    layout B×C×H×W; grid B×H'×W'×2 (x, y in −1..1): exemplar(p) = photo(grid(p)). Returns the sampled features
    B×C×H'×W' (unit length) and a mask B×H'×W' of cells whose origin lies inside the picture.
    """
    sampled = functional.grid_sample(layout, grid, mode="bilinear", padding_mode="border", align_corners=False)
    inside = (grid.abs() <= 1.0).all(dim=3)
    return functional.normalize(sampled, dim=1), inside


def domain_loss(layout: Tensor, exemplar: Tensor, mask: Tensor) -> Tensor:
    """‖F_A→S(x_A) − F_B→S(x_B)‖₁ over the cells of `mask` (B×H×W)."""
    difference = (layout - exemplar).abs().mean(dim=1)
    return (difference * mask).sum() / mask.sum().clamp_min(1.0)


def position_contrast_loss(
    layout: Tensor, exemplar: Tensor, mask: Tensor, alpha: float, limit: int, generator: torch.Generator
) -> Tensor:
    """InfoNCE: the layout's feature of a place must match the exemplar's of that place before all others.

    layout and exemplar B×C×H×W unit features of the same places; `limit` places are drawn as queries and
    candidates. Aligns the domains faster than the L1 alone (docs/training-notes of the prototype).
    """
    batch, _, height, width = layout.shape
    count = min(limit, height * width)
    chosen = torch.randperm(height * width, generator=generator)[:count]
    queries = layout.flatten(2)[:, :, chosen].transpose(1, 2)
    candidates = exemplar.flatten(2)[:, :, chosen]
    weight = mask.flatten(1)[:, chosen].float().flatten()
    logits = (alpha * queries @ candidates).float()
    target = torch.arange(count, device=layout.device).expand(batch, -1).flatten()
    forward = functional.cross_entropy(logits.flatten(0, 1), target, reduction="none")
    backward = functional.cross_entropy(logits.transpose(1, 2).flatten(0, 1), target, reduction="none")
    return 0.5 * ((forward + backward) * weight).sum() / weight.sum().clamp_min(1.0)
