import pytest
import torch

from training.parsing.faces import FaceSet


@pytest.fixture(scope="session")
def drawn_faces() -> FaceSet:
    """Six drawn heads at 256²: skin with two eyes of different colours, hair above, one with glasses."""
    rows, columns = torch.meshgrid(torch.arange(256), torch.arange(256), indexing="ij")
    generator = torch.Generator().manual_seed(3)
    photos, labels = [], []
    for index in range(6):
        label = torch.zeros(256, 256, dtype=torch.uint8)
        label[(rows - 140) ** 2 + (columns - 128) ** 2 < (80 + index) ** 2] = 1
        label[(rows < 90) & ((rows - 140) ** 2 + (columns - 128) ** 2 < 100**2)] = 13
        if index == 0:
            label[(rows - 130).abs() + (columns - 128).abs() // 4 < 22] = 3
        label[(rows - 130).abs() + (columns - 160).abs() < 12] = 4
        label[(rows - 130).abs() + (columns - 96).abs() < 12] = 5
        colours = torch.randint(30, 226, (19, 3), generator=generator)
        grain = torch.randint(-12, 13, (3, 256, 256), generator=generator)
        photos.append((colours[label.long()].permute(2, 0, 1) + grain).clamp(0, 255).to(torch.uint8))
        labels.append(label)
    return FaceSet([f"head{index}" for index in range(6)], torch.stack(photos), torch.stack(labels))
