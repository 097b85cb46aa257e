"""Eyes and mouth seen from near: the parts of a face on which everybody looks first."""

import torch
from torch import Tensor
from torch.nn import functional

from training.parsing.classes import FACE_PARTS
from training.view import View

LOOKED_AT = tuple(
    tuple(FACE_PARTS.index(name) for name in names)
    for names in (("left eye",), ("right eye",), ("mouth", "upper lip", "lower lip"))
)
SHARE = 0.25
"""side of a close-up relative to the picture's"""
ENLARGED = 2
"""An eye of twenty pixels is one or two cells of the perceptual network's deeper grids; enlarged it is several."""
PRESENT = 6
"""pixels from which a part is there"""


def close_up_grid(labels: Tensor, generator: torch.Generator) -> Tensor:
    """Sampling grid B×S×S×2 around one eye or the mouth of each face; labels B×H×W int64."""
    batch, size = labels.shape[0], labels.shape[1]
    centres = torch.zeros(batch, 2)
    for index in range(batch):
        for choice in torch.randperm(len(LOOKED_AT), generator=generator).tolist():
            mask = torch.isin(labels[index], torch.tensor(LOOKED_AT[choice]))
            if int(mask.sum()) >= PRESENT:
                rows, columns = torch.nonzero(mask, as_tuple=True)
                centre = torch.stack([columns.float().mean(), rows.float().mean()])
                centres[index] = (centre + 0.5) / size * 2 - 1
                break
    shift = (torch.rand(batch, 2, generator=generator) - 0.5) * 0.1
    centres = (centres + shift).clamp(-1 + SHARE, 1 - SHARE)
    matrix = torch.zeros(batch, 2, 3)
    matrix[:, 0, 0] = matrix[:, 1, 1] = SHARE
    matrix[:, :, 2] = centres
    side = int(size * SHARE) * ENLARGED
    return functional.affine_grid(matrix, [batch, 1, side, side], align_corners=False)


def close_up(picture: Tensor, photo: Tensor, one_hot: Tensor, grid: Tensor) -> View:
    """The same places of the three (each B×·×H×W, float)."""

    def cut(whole: Tensor) -> Tensor:
        return functional.grid_sample(whole.float(), grid, mode="bilinear", align_corners=False)

    return View(cut(picture), cut(photo), cut(one_hot))
