"""Texture as strong as the exemplar's: local power spectra of each class in the picture against those in the exemplar.

Distances of features or pixels are least where what cannot be known is averaged away, so pictures come out smooth, or
with their energy gathered in the few frequencies that a discriminator minds least. The spectrum of a class says how
much of every frequency belongs there and nothing of where.
"""

import torch
from torch import Tensor
from torch.nn import functional

WINDOW = 16
"""side of the windows in pixels"""
STEP = 8
PRESENT = 0.03
"""A class that covers less of a picture has no spectrum to go by."""
PURITY = 4
"""Windows on a border say little of either class: a class's share in a window counts with this power."""
FLOOR = 1e-3
"""Power below which nothing is seen: about a grey level of 256."""
OPPONENTS = ((1 / 3, 1 / 3, 1 / 3), (0.5, -0.5, 0.0), (0.25, 0.25, -0.5))
"""brightness, red against green, yellow against blue: photographs have fine detail in the first above all"""


def local_spectra(pictures: Tensor) -> Tensor:
    """Power spectra of overlapping windows, B×n×3×K, from pictures B×3×H×W in −1..1; the window's mean is left out."""
    mixing = torch.tensor(OPPONENTS, device=pictures.device)
    channels = torch.einsum("oc,bchw->bohw", mixing, pictures.float())
    windows = channels.unfold(2, WINDOW, STEP).unfold(3, WINDOW, STEP)
    centred = windows - windows.mean(dim=(4, 5), keepdim=True)
    taper = torch.hann_window(WINDOW, periodic=False, device=pictures.device)
    spectra = torch.fft.rfft2(centred * taper[:, None] * taper[None, :])
    power = spectra.real**2 + spectra.imag**2
    return power.permute(0, 2, 3, 1, 4, 5).flatten(4).flatten(1, 2)[..., 1:]


def class_spectra(pictures: Tensor, one_hot: Tensor) -> tuple[Tensor, Tensor]:
    """Mean spectrum of every class (B×C×3×K) and the share of the picture it covers (B×C)."""
    shares = functional.avg_pool2d(one_hot, WINDOW, STEP).flatten(2)
    pure = shares**PURITY
    weights = pure / pure.sum(dim=2, keepdim=True).clamp_min(1e-6)
    return torch.einsum("bcn,bnok->bcok", weights, local_spectra(pictures)), shares.mean(dim=2)


def spectrum_loss(result: Tensor, one_hot: Tensor, exemplar: Tensor, exemplar_one_hot: Tensor) -> Tensor:
    """Mean |log S_result − log S_exemplar| over frequencies and over the classes that both pictures show, by area.

    Pictures B×3×H×W in −1..1 and their layouts B×C×H×W; classes that the exemplar lacks are left out.
    """
    ours, share = class_spectra(result, one_hot)
    with torch.no_grad():
        theirs, their_share = class_spectra(exemplar, exemplar_one_hot)
        weight = share * (share > PRESENT) * (their_share > PRESENT)
    difference = (torch.log(ours + FLOOR) - torch.log(theirs + FLOOR)).abs().mean(dim=(2, 3))
    return (difference * weight).sum() / weight.sum().clamp_min(1e-6)
