"""The layout must be legible in the picture: cross-entropy of a reader's logits against the layout."""

import torch
from torch import Tensor

IGNORED_CHANNEL = 0
"""'other' does not say what belongs there."""


def layout_agreement_loss(logits: Tensor, shares: Tensor) -> Tensor:
    """Mean cross-entropy over cells, rare classes lifted by the root of their rarity.

    logits B×C×h×w; shares B×C×h×w, 0..1: the layout's class shares of each cell. 'other' is left out; a layout that
    holds nothing else gives 0.
    """
    wanted = shares.clone()
    wanted[:, IGNORED_CHANNEL] = 0.0
    share_of_class = wanted.mean(dim=(0, 2, 3))
    rarity = torch.rsqrt(share_of_class.clamp_min(1e-3))
    weighted = wanted * rarity[None, :, None, None]
    entropy = -(weighted * torch.log_softmax(logits.float(), dim=1)).sum()
    return entropy / weighted.sum().clamp_min(1.0)
