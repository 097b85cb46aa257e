"""L_mask: the exemplar's labels, warped by the correspondence, against the layout (authors' code)."""

import torch
from torch import Tensor

IGNORED_CHANNEL = 0
"""'other' does not say what belongs there."""


def warped_label_loss(warped: Tensor, wanted: Tensor, exemplar_shares: Tensor) -> Tensor:
    """Cross-entropy of warped class shares (B×C×H×W, 0..1) against the layout's shares at the same grid.

    Classes that the exemplar lacks (less than 0.1 % of it) and channel 0 cannot be matched and are left out.
    """
    present = (exemplar_shares.mean(dim=(2, 3)) > 1e-3).float()
    present[:, IGNORED_CHANNEL] = 0.0
    target = wanted * present[:, :, None, None]
    entropy = -(target * torch.log(warped.clamp(1e-4, 1.0))).sum(dim=1)
    return entropy.sum() / target.sum().clamp_min(1.0)
