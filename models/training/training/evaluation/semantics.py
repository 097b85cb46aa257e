"""Semantic consistency: whether the annotator sees in the result what the layout asked for."""

from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.data.classes import channel_table, landscape_classes

SIDE = 512


class Annotator:
    """The shipped scene segmentation (ADE20K, 31 classes and other) mapped to the pack's channels."""

    def __init__(self, graph: Path, threads: int = 2) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(str(graph), options)
        self.table = channel_table(landscape_classes())

    def label(self, picture: Tensor) -> NDArray[np.uint8]:
        """1×3×H×W in −1..1 to H×W channel numbers."""
        sized = functional.interpolate(picture, size=(SIDE, SIDE), mode="bilinear", antialias=True)
        name = self.session.get_inputs()[0].name
        logits = self.session.run(None, {name: sized.permute(0, 2, 3, 1).contiguous().numpy()})[0]
        tensor = torch.from_numpy(np.asarray(logits)).permute(0, 3, 1, 2)
        back = functional.interpolate(tensor, size=picture.shape[2:], mode="bilinear")
        found: NDArray[np.uint8] = self.table[back.argmax(1)[0].numpy().astype(np.uint8)]
        return found


class Agreement:
    """Accumulates a confusion matrix; pixel accuracy and mean IoU over classes that occur in the layouts."""

    def __init__(self, classes: int) -> None:
        self.counts = np.zeros((classes, classes), np.int64)

    def add(self, wanted: NDArray[np.uint8], found: NDArray[np.uint8]) -> None:
        """Counts one pair of label maps, H×W channel numbers each."""
        classes = len(self.counts)
        pairs = wanted.astype(np.int64).ravel() * classes + found.ravel()
        self.counts += np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)

    def pixel_accuracy(self) -> float:
        """Share of pixels whose class came out as wanted, 0..1."""
        return float(np.trace(self.counts) / self.counts.sum())

    def mean_iou(self) -> float:
        """Mean intersection over union of the classes that were wanted at all, 0..1."""
        diagonal = np.diag(self.counts)
        union = self.counts.sum(0) + self.counts.sum(1) - diagonal
        present = self.counts.sum(1) > 0
        return float((diagonal[present] / union[present]).mean())
