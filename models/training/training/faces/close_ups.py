"""Eyes and mouth: the parts of a face at which everybody looks first."""

import torch
from torch import Tensor

from training.parsing.classes import FACE_PARTS

LOOKED_AT = tuple(
    tuple(FACE_PARTS.index(name) for name in names)
    for names in (("left eye",), ("right eye",), ("mouth", "upper lip", "lower lip"))
)
PRESENT = 6
"""a part with fewer pixels counts as absent"""


def looked_at_parts(labels: Tensor, generator: torch.Generator) -> Tensor:
    """Centre (B×2: x, y in −1..1) of one eye or of the mouth of each face; labels B×H×W int64."""
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
    return centres
