"""Faces on which the ranges of eight-bit graphs are measured: the templates and portraits that the repository holds."""

from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from training.export.onnx_graphs import Tensors, sample_questions
from training.faces.canny import canny_edges
from training.faces.outlines import Hand, edges_of

SIDE = 256


def calibration_cases(assets: Path) -> dict[str, list[Tensors]]:
    """Inputs that no stage makes, for both conditions, with every template once.

    Portraits are cut, not aligned, and take a template's parts for theirs: every second the asked ones, so that certain
    and uncertain matches both occur. Drawings and outlines with a photo's edges take turns.
    """
    templates = [parts_of(file) for file in sorted((assets / "face-templates").glob("*.png"))]
    portraits = [portrait(file) for file in sorted((assets / "exemplars" / "faces").glob("*.jpg"))]
    random = np.random.default_rng(11)
    cases: dict[str, list[Tensors]] = {"labels": [], "edges": []}
    for index, parts in enumerate(templates):
        photo = portraits[index % len(portraits)]
        shown = templates[(index + index % 2) % len(templates)]
        hand = Hand(drawn_share=float(index % 3 > 0))
        edges = edges_of(parts, canny_edges(np.asarray(photo.convert("L"))), hand, random)
        shared = {
            "exemplar": scaled(photo),
            "exemplar_condition": torch.from_numpy(shown.astype(np.int32))[None],
            **sample_questions(),
        }
        cases["labels"].append({**shared, "condition": torch.from_numpy(parts.astype(np.int32))[None]})
        cases["edges"].append({**shared, "condition": torch.from_numpy(edges)[None]})
    return cases


def parts_of(file: Path) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """A template's class numbers."""
    image = Image.open(file).resize((SIDE, SIDE), Image.Resampling.NEAREST)
    return np.asarray(image, np.uint8)


def portrait(file: Path) -> Image.Image:
    """The largest square in the middle of a photo, small."""
    photo = Image.open(file).convert("RGB")
    side = min(photo.size)
    left, top = (photo.width - side) // 2, (photo.height - side) // 2
    return photo.crop((left, top, left + side, top + side)).resize((SIDE, SIDE), Image.Resampling.BOX)


def scaled(photo: Image.Image) -> Tensor:
    """1×3×H×W in −1..1."""
    return torch.from_numpy(np.asarray(photo, np.float32) / 127.5 - 1).permute(2, 0, 1)[None].contiguous()
