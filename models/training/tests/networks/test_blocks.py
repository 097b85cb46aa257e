import torch

from training.networks.blocks import blur, exported_positional_norm, positional_norm


def test_blur_removes_a_checkerboard_and_keeps_an_even_picture() -> None:
    rows, columns = torch.meshgrid(torch.arange(8), torch.arange(12), indexing="ij")
    checkerboard = ((rows + columns) % 2).float()[None, None]
    assert float((blur(checkerboard)[:, :, 1:-1, 1:-1] - 0.5).abs().max()) < 1e-6
    torch.testing.assert_close(blur(torch.full((1, 2, 8, 12), 0.7)), torch.full((1, 2, 8, 12), 0.7))


def test_blur_weighs_neighbours_by_one_two_one() -> None:
    point = torch.zeros(1, 1, 5, 5)
    point[0, 0, 2, 2] = 16.0
    assert blur(point)[0, 0, 1:4, 1:4].tolist() == [[1, 2, 1], [2, 4, 2], [1, 2, 1]]


def test_the_exported_norm_is_the_norm() -> None:
    features = torch.randn(2, 24, 6, 10, generator=torch.Generator().manual_seed(0)) * 3 + 1
    rows = exported_positional_norm(features.flatten(2))
    torch.testing.assert_close(rows.reshape_as(features), positional_norm(features))
    middle = features - features.mean(1, keepdim=True)
    torch.testing.assert_close(exported_positional_norm(middle.flatten(2), centred=True), rows)
