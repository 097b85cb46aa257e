"""Reinhard colour transfer (2001): the photo of the layout with the exemplar's mean and spread of lαβ colours."""

import torch
from torch import Tensor

LMS = torch.tensor([[0.3811, 0.5783, 0.0402], [0.1967, 0.7244, 0.0782], [0.0241, 0.1288, 0.8444]])
LAB = torch.diag(torch.tensor([1 / 3**0.5, 1 / 6**0.5, 1 / 2**0.5])) @ torch.tensor(
    [[1.0, 1.0, 1.0], [1.0, 1.0, -2.0], [1.0, -1.0, 0.0]]
)


def reinhard_transfer(photo: Tensor, exemplar: Tensor) -> Tensor:
    """1×3×H×W in −1..1, both; returns the recoloured photo."""

    def to_lab(picture: Tensor) -> Tensor:
        linear = (picture[0].flatten(1) + 1.0) / 2.0
        return LAB @ torch.log10(LMS @ linear + 1 / 255)

    ours, theirs = to_lab(photo), to_lab(exemplar)
    scale = theirs.std(1, keepdim=True) / ours.std(1, keepdim=True).clamp_min(1e-4)
    moved = (ours - ours.mean(1, keepdim=True)) * scale + theirs.mean(1, keepdim=True)
    linear = torch.linalg.inv(LMS) @ (10 ** (torch.linalg.inv(LAB) @ moved) - 1 / 255)
    return (linear * 2.0 - 1.0).clamp(-1.0, 1.0).reshape(photo.shape)
