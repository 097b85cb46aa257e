"""Whether clothes keep their colours: each garment of the exemplar against where the match puts it."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from training.networks.adaptors import COARSE_STRIDE
from training.networks.correspondence import streaming_warp
from training.people.garments import GROUP_COUNT, GROUP_NAMES
from training.people.people_translator import PeopleTranslator

NOT_WORN = tuple(GROUP_NAMES.index(name) for name in ("unknown", "background"))
SURE = 0.6
"""share of a garment in a warped cell from which the cell counts as that garment"""
LEAST_CELLS = 4
LEVELS = 127.5
NEAR = 10.0
"""levels within which a garment keeps its colour"""


def one_hot(garments: Tensor) -> Tensor:
    """B×H×W groups to B×GROUP_COUNT×H×W."""
    return functional.one_hot(garments, GROUP_COUNT).permute(0, 3, 1, 2).float()


@torch.no_grad()
def warped_garments(
    model: PeopleTranslator, pose: Tensor, exemplar: Tensor, theirs: Tensor, garments: Tensor
) -> Tensor:
    """Shares of the exemplar's garments (1×H×W groups) on the coarse grid of the asked pose, 1×GROUP_COUNT×h×w."""
    encoding, _ = model.encode_exemplar(exemplar, theirs)
    values = functional.avg_pool2d(one_hot(garments), COARSE_STRIDE)
    return streaming_warp(model.read_pose(pose).encoding.coarse, encoding.coarse, values)


def garment_differences(picture: Tensor, worn: Tensor, exemplar: Tensor, garments: Tensor) -> list[float]:
    """Difference of the mean colours of each garment in picture and exemplar (both 1×3×H×W), in levels of 256.

    worn: `warped_garments`; garments 1×H×W groups of the exemplar. Garments too small on either side are left out.
    """
    cells = functional.avg_pool2d(picture, COARSE_STRIDE)
    theirs = one_hot(garments)
    found = []
    for group in range(GROUP_COUNT):
        here, there = (worn[:, group] > SURE).float(), theirs[:, group]
        if group in NOT_WORN or here.sum() < LEAST_CELLS or there.sum() < LEAST_CELLS * COARSE_STRIDE**2:
            continue
        ours = (cells * here[:, None]).sum((0, 2, 3)) / here.sum()
        original = (exemplar * there[:, None]).sum((0, 2, 3)) / there.sum()
        found.append(float((ours - original).abs().mean()) * LEVELS)
    return found


def mean_difference(differences: list[float]) -> dict[str, float]:
    """Its row of the table: empty where no garment was known."""
    if not differences:
        return {}
    near = sum(difference <= NEAR for difference in differences) / len(differences)
    return {"garment_difference": float(np.mean(differences)), "garments_near": near}
