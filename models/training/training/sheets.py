"""Pictures of a run for the eye: sample sheets and loss curves."""

from pathlib import Path

import matplotlib
import numpy as np
import torch
from PIL import Image
from torch import Tensor

matplotlib.use("Agg")
from matplotlib import pyplot

from training.data.batches import to_tensors
from training.data.photos import PhotoSet
from training.networks.translator import Translator

Pair = tuple[int, int]
"""(index of the layout's photo, index of the exemplar)"""


def centre_crop(photos: PhotoSet, index: int, size: int) -> tuple[np.ndarray, np.ndarray]:
    """The square in the middle of a photo and of its label map."""
    photo, labels = photos.photo(index), photos.label_map(index)
    top, left = (photo.shape[0] - size) // 2, (photo.shape[1] - size) // 2
    return photo[top : top + size, left : left + size], labels[top : top + size, left : left + size]


def class_colours(classes: int) -> Tensor:
    """A colour in −1..1 for each channel, C×3."""
    hues = np.linspace(0, 1, classes, endpoint=False)
    colours = [
        matplotlib.colors.hsv_to_rgb((h, 0.55 + 0.4 * (i % 2), 0.95 - 0.35 * (i % 3) / 2)) for i, h in enumerate(hues)
    ]
    return torch.tensor(np.array(colours) * 2 - 1, dtype=torch.float32)


@torch.no_grad()
def sample_sheet(model: Translator, layouts: PhotoSet, library: PhotoSet, pairs: list[Pair], size: int) -> Image.Image:
    """Rows of layout, its photo, exemplar, soft warp, crisp warp, picture."""
    rows = []
    colours = class_colours(model.config.classes)
    for layout_index, exemplar_index in pairs:
        photo, labels = to_tensors([centre_crop(layouts, layout_index, size)])
        exemplar, exemplar_labels = to_tensors([centre_crop(library, exemplar_index, size)])
        result = model(labels, exemplar, exemplar_labels)
        shown = [colours[labels[0]].permute(2, 0, 1)[None], photo, exemplar]
        if result.match is not None:
            shown += [result.match.base, result.match.warp]
        rows.append(torch.cat([*shown, result.picture], 3))
    pixels = torch.cat(rows, 2)[0].permute(1, 2, 0).float().clamp(-1, 1)
    return Image.fromarray(((pixels.numpy() + 1) * 127.5).round().astype(np.uint8))


def loss_curves(history: list[dict[str, float]], path: Path) -> None:
    """One small panel per logged value against samples seen."""
    names = [name for name in history[-1] if name != "samples"]
    columns = 4
    rows = (len(names) + columns - 1) // columns
    figure, axes = pyplot.subplots(rows, columns, figsize=(4 * columns, 2.4 * rows), squeeze=False)
    for axis, name in zip(axes.flat, names, strict=False):
        points = [(entry["samples"], entry[name]) for entry in history if name in entry]
        axis.plot(*zip(*points, strict=True), linewidth=0.8)
        axis.set_title(name, fontsize=9)
    figure.tight_layout()
    figure.savefig(path, dpi=80)
    pyplot.close(figure)
