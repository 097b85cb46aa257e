"""Writing state dicts as the authors' files are written."""

from __future__ import annotations

from pathlib import Path

import torch

from .pipeline import OfficialModel


def save_checkpoint(model: OfficialModel, folder: Path, *, legacy: bool, epoch: str = "latest") -> tuple[Path, Path]:
    """Write ``<epoch>_net_Corr.pth`` and ``<epoch>_net_G.pth``; ``legacy`` gives the pre-1.6 stream format."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = folder / f"{epoch}_net_Corr.pth", folder / f"{epoch}_net_G.pth"
    for network, path in zip((model.correspondence, model.generator), paths, strict=True):
        torch.save(network.state_dict(), path, _use_new_zipfile_serialization=not legacy)
    return paths
