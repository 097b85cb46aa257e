"""Writing state dicts as the authors' files are written, and reading them again."""

from __future__ import annotations

from pathlib import Path

import torch

from .configuration import OfficialConfiguration
from .pipeline import OfficialModel


def checkpoint_paths(folder: Path, epoch: str = "latest") -> tuple[Path, Path]:
    """``<epoch>_net_Corr.pth`` and ``<epoch>_net_G.pth``."""
    return folder / f"{epoch}_net_Corr.pth", folder / f"{epoch}_net_G.pth"


def save_checkpoint(model: OfficialModel, folder: Path, *, legacy: bool, epoch: str = "latest") -> tuple[Path, Path]:
    """Write a pair; ``legacy`` gives the stream format of torch before 1.6."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = checkpoint_paths(folder, epoch)
    for network, path in zip((model.correspondence, model.generator), paths, strict=True):
        torch.save(network.state_dict(), path, _use_new_zipfile_serialization=not legacy)
    return paths


def load_checkpoint(configuration: OfficialConfiguration, folder: Path, epoch: str = "latest") -> OfficialModel:
    """The model of a pair, in evaluation mode; the weights are held once, as they come from the files."""
    with torch.device("meta"):
        model = OfficialModel(configuration)
    for network, path in zip((model.correspondence, model.generator), checkpoint_paths(folder, epoch), strict=True):
        network.load_state_dict(torch.load(path, weights_only=True), assign=True)
    return model.eval()
