"""What several tests need: small drawn photos and a random perceptual network, so that nothing outside is read."""

from pathlib import Path

import numpy as np
import pytest
import torch

from training.data.photos import PhotoSet
from training.perceptual import BLOCKS

# Tests are many small steps: more threads spend their time waiting for each other, the more so the busier a machine is.
torch.set_num_threads(1)

WIDTHS = (16, 32, 64, 128, 128)


def write_random_vgg(path: Path) -> Path:
    """A weights file with the keys and shapes of the distilled VGG-19, filled with seeded noise."""
    generator = torch.Generator().manual_seed(11)
    state = {"conv0.weight": torch.eye(3).reshape(3, 3, 1, 1), "conv0.bias": torch.zeros(3)}
    channels = 3
    for (stage, count), width in zip(BLOCKS, WIDTHS, strict=True):
        for index in range(1, count + 1):
            scale = (2.0 / (channels * 9)) ** 0.5
            state[f"conv{stage}{index}.weight"] = torch.randn(width, channels, 3, 3, generator=generator) * scale
            state[f"conv{stage}{index}.bias"] = torch.zeros(width)
            channels = width
    torch.save(state, path)
    return path


@pytest.fixture(scope="session")
def random_vgg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_random_vgg(tmp_path_factory.mktemp("weights") / "vgg.pt")


@pytest.fixture(scope="session")
def four_scenes() -> PhotoSet:
    """Four scenes of sky, hill and sea, each with its own colours and grain, 64×64, channels 3, 9 and 11."""
    random = np.random.default_rng(5)
    pixels, labels = [], []
    for index in range(4):
        rows, columns = np.mgrid[0:64, 0:64]
        ridge = 20 + 6 * np.sin(columns / (6 + index)) + 4 * index
        label = np.where(rows < ridge, 3, np.where(rows < 44 + index, 9, 11)).astype(np.uint8)
        palette = random.integers(40, 220, size=(14, 3))
        grain = random.normal(0, 12, size=(64, 64, 3))
        pixels.append(np.clip(palette[label] + grain, 0, 255).astype(np.uint8).reshape(-1))
        labels.append(label.reshape(-1))
    sizes = np.array([[64, 64]] * 4, np.int32)
    starts = np.arange(4, dtype=np.int64) * 64 * 64
    return PhotoSet(["a", "b", "c", "d"], sizes, starts, np.concatenate(pixels), np.concatenate(labels))
