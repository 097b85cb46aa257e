"""Style relevance: cosine of low-level features between regions of the result and the same classes in the exemplar."""

import torch
from torch import Tensor
from torch.nn import functional

from training.perceptual import DistilledVgg

COLOUR_LAYER = "r12"
TEXTURE_LAYER = "r22"


def region_means(features: Tensor, one_hot: Tensor) -> tuple[Tensor, Tensor]:
    """Mean feature of every class (C×D) and the share of the picture it covers (C); batch of one."""
    shares = functional.interpolate(one_hot, size=features.shape[2:], mode="area")[0].flatten(1)
    weight = shares.sum(1)
    means = shares @ features[0].flatten(1).T / weight.clamp_min(1e-6)[:, None]
    return means, weight / weight.sum()


@torch.no_grad()
def style_relevance(
    vgg: DistilledVgg, result: Tensor, one_hot: Tensor, exemplar: Tensor, exemplar_one_hot: Tensor
) -> tuple[float, float]:
    """(colour, texture): area-weighted cosine over classes that both pictures hold (paper section 4)."""
    ours = vgg(result, (COLOUR_LAYER, TEXTURE_LAYER))
    theirs = vgg(exemplar, (COLOUR_LAYER, TEXTURE_LAYER))
    values = []
    for layer in (COLOUR_LAYER, TEXTURE_LAYER):
        means, share = region_means(ours[layer], one_hot)
        wanted, other_share = region_means(theirs[layer], exemplar_one_hot)
        weight = share * (other_share > 0.005)
        cosine = functional.cosine_similarity(means, wanted, dim=1)
        values.append(float((cosine * weight).sum() / weight.sum().clamp_min(1e-6)))
    return values[0], values[1]
