import torch

from training.losses.layout_agreement import layout_agreement_loss
from training.networks.layout_reader import LayoutReader


def test_reads_maps_of_any_depth_on_the_asked_grid() -> None:
    """Finer maps are pooled, coarser ones enlarged; the grid of the answer is the one asked for, also non-square."""
    reader = LayoutReader((4, 6, 8), classes=5, width=8)
    features = [torch.randn(2, 4, 32, 48), torch.randn(2, 6, 16, 24), torch.randn(2, 8, 8, 12)]
    assert reader(features, (16, 24)).shape == (2, 5, 16, 24)


def test_learns_to_tell_two_textures_apart() -> None:
    torch.manual_seed(0)
    reader = LayoutReader((4,), classes=3, width=8)
    features = torch.zeros(1, 4, 8, 8)
    features[:, 0, :, :4] = 1.0
    features[:, 1, :, 4:] = 1.0
    shares = torch.zeros(1, 3, 8, 8)
    shares[:, 1, :, :4] = 1.0
    shares[:, 2, :, 4:] = 1.0
    optimiser = torch.optim.Adam(reader.parameters(), lr=1e-2)
    for _ in range(60):
        loss = layout_agreement_loss(reader([features], (8, 8)), shares)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    assert (reader([features], (8, 8)).argmax(1) == shares.argmax(1)).float().mean() > 0.95
