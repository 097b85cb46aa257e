"""The rows of the table: each turns a layout and an exemplar into a picture."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from training.evaluation.reinhard import reinhard_transfer
from training.export.pack_weights import read_pack_weights
from training.networks.translator import Translator
from training.settings import read_settings


@dataclass(frozen=True)
class Case:
    """One layout with its own photo (never seen by the networks) and an exemplar; batch of one."""

    labels: Tensor
    photo: Tensor
    exemplar: Tensor
    exemplar_labels: Tensor


Row = Callable[[Case], Tensor]


def photo_row(case: Case) -> Tensor:
    """The layout's own photo: what the annotator and the distances say of the truth."""
    return case.photo


def exemplar_row(case: Case) -> Tensor:
    """The exemplar itself: perfect style, no regard for the layout."""
    return case.exemplar


def reinhard_row(case: Case) -> Tensor:
    """An oracle for structure: the layout's own photo with the exemplar's colours."""
    return reinhard_transfer(case.photo, case.exemplar)


def warp_row(model: Translator) -> Row:
    """The crisp warp without the generator."""

    def row(case: Case) -> Tensor:
        match = model(case.labels, case.exemplar, case.exemplar_labels).match
        assert match is not None
        warp: Tensor = match.warp
        return warp.clamp(-1.0, 1.0)

    return row


def soft_warp_row(model: Translator) -> Row:
    """The softmax-weighted warp of the paper, without the generator."""

    def row(case: Case) -> Tensor:
        match = model(case.labels, case.exemplar, case.exemplar_labels).match
        assert match is not None
        base: Tensor = match.base
        return base.clamp(-1.0, 1.0)

    return row


def model_row(model: Translator) -> Row:
    """The whole model."""

    def row(case: Case) -> Tensor:
        picture: Tensor = model(case.labels, case.exemplar, case.exemplar_labels).picture
        return picture.clamp(-1.0, 1.0)

    return row


def load_run(config: Path, source: Path) -> Translator:
    """A run ready for evaluation: the averaged weights of a checkpoint, or what a pack's folder ships."""
    model = Translator(read_settings(config).model)
    if source.is_dir():
        model.load_state_dict(read_pack_weights(source))
    else:
        model.load_state_dict(torch.load(source, weights_only=True)["averaged"])
    return model.eval()
