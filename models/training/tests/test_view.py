import torch

from training.view import REACH, random_view


def test_all_parts_are_cut_alike_and_every_phase_comes_up() -> None:
    """A cut that always begins on an even row would leave the discriminator its blind spot."""
    plane = torch.arange(24.0).reshape(1, 1, 24, 1) * 100 + torch.arange(24.0)
    generator = torch.Generator().manual_seed(0)
    starts = set()
    for _ in range(200):
        seen = random_view(plane, plane + 0.25, plane + 0.5, generator)
        assert seen.picture.shape == (1, 1, 24 - REACH, 24 - REACH)
        assert torch.equal(seen.photo - seen.picture, torch.full_like(seen.picture, 0.25))
        assert torch.equal(seen.one_hot - seen.picture, torch.full_like(seen.picture, 0.5))
        starts.add(int(seen.picture[0, 0, 0, 0]))
    assert {start // 100 for start in starts} == {start % 100 for start in starts} == set(range(REACH + 1))
