"""Measures one row over all validation cases."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.data.batches import to_tensors
from training.data.photos import PhotoSet
from training.data.retrieval import nearest_layouts, signatures
from training.evaluation.frechet import frechet_distance
from training.evaluation.googlenet import GoogLeNet
from training.evaluation.lpips import Lpips
from training.evaluation.rows import Case, Row
from training.evaluation.semantics import Agreement, Annotator
from training.evaluation.sliced_wasserstein import sliced_wasserstein
from training.evaluation.spectrum import compare_spectra
from training.evaluation.style import style_relevance
from training.perceptual import DistilledVgg
from training.sheets import centre_crop

REAL_PICTURES = 800
RETRIEVAL_RANKS = (0, 2, 4)
"""Each layout is rendered with its nearest, third and fifth nearest training photo as exemplar."""


@dataclass(frozen=True)
class Instruments:
    """The frozen networks of the metrics."""

    googlenet: GoogLeNet
    lpips: Lpips
    vgg: DistilledVgg
    annotator: Annotator

    @staticmethod
    def load(weights: Path, threads: int) -> "Instruments":
        """Reads the metric networks from shared/weights."""
        perceptual = weights / "perceptual"
        return Instruments(
            GoogLeNet(perceptual / "googlenet_bvlc_fp16.pt"),
            Lpips(perceptual / "lpips_alex.pt"),
            DistilledVgg(perceptual / "vgg19_distilled16x_to_relu5_1.pt"),
            Annotator(weights / "annotators" / "ade20k31_deeplabv3plus_mnv2.onnx", threads),
        )


def build_cases(validation: PhotoSet, library: PhotoSet, classes: int, size: int) -> list[list[Case]]:
    """Per validation layout, one case per retrieval rank."""
    ranks = max(RETRIEVAL_RANKS) + 1
    nearest = nearest_layouts(signatures(validation, classes), signatures(library, classes), ranks, skip_self=False)
    groups = []
    for index in range(len(validation)):
        photo, labels = to_tensors([centre_crop(validation, index, size)])
        group = []
        for rank in RETRIEVAL_RANKS:
            exemplar, exemplar_labels = to_tensors([centre_crop(library, int(nearest[index, rank]), size)])
            group.append(Case(labels, photo, exemplar, exemplar_labels))
        groups.append(group)
    return groups


def real_pictures(library: PhotoSet, size: int) -> Tensor:
    """Evenly chosen training photos: the reference distribution of FID and SWD."""
    chosen = np.linspace(0, len(library) - 1, REAL_PICTURES).astype(int)
    return to_tensors([centre_crop(library, int(i), size) for i in chosen])[0]


def enlarged(pictures: Tensor, height: int, width: int) -> Tensor:
    """Pictures B×3×H×W (−1..1) as large as the networks of the metrics want them."""
    if pictures.shape[2:] == (height, width):
        return pictures
    return functional.interpolate(pictures, size=(height, width), mode="bicubic").clamp(-1, 1)


def pooled_features(network: Callable[[Tensor], Tensor], pictures: Tensor) -> NDArray[np.float64]:
    """GoogLeNet features of many pictures, N×1024."""
    parts = [network(pictures[i : i + 16]).numpy() for i in range(0, len(pictures), 16)]
    return np.concatenate(parts).astype(np.float64)


@torch.no_grad()
def measure_row(
    row: Row,
    groups: list[list[Case]],
    real: Tensor,
    real_features: NDArray[np.float64],
    tools: Instruments,
    classes: int,
) -> dict[str, float]:
    """FID, SWD, LPIPS diversity, semantic consistency, style relevance and spectra of one row."""
    agreement = Agreement(classes)
    channels = torch.arange(classes)[None, :, None, None]
    pictures, diversity, colour, texture = [], [], [], []
    for group in groups:
        results = [row(case) for case in group]
        pictures += results
        pairs = [(a, b) for i, a in enumerate(results) for b in results[i + 1 :]]
        diversity += [float(tools.lpips(a, b)) for a, b in pairs]
        for case, result in zip(group, results, strict=True):
            one_hot = (case.labels[:, None] == channels).float()
            exemplar_one_hot = (case.exemplar_labels[:, None] == channels).float()
            near = style_relevance(tools.vgg, result, one_hot, case.exemplar, exemplar_one_hot)
            colour.append(near[0])
            texture.append(near[1])
        agreement.add(group[0].labels[0].numpy().astype(np.uint8), tools.annotator.label(results[0]))
    made = torch.cat(pictures)
    exemplars = torch.cat([case.exemplar for group in groups for case in group])
    return {
        "fid": frechet_distance(real_features, pooled_features(tools.googlenet, made)),
        "swd": sliced_wasserstein(real, made),
        "lpips_diversity": float(np.mean(diversity)),
        "pixel_accuracy": agreement.pixel_accuracy(),
        "mean_iou": agreement.mean_iou(),
        "style_colour": float(np.mean(colour)),
        "style_texture": float(np.mean(texture)),
        **compare_spectra(made, exemplars),
    }
