import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.networks.exported_forms import (
    centred_outputs,
    channel_mean,
    few_channels_conv,
    framed_by_edge,
    joined_conv,
    summing_up_to,
)


@pytest.fixture
def features() -> Tensor:
    return torch.randn(1, 35, 8, 12, generator=torch.Generator().manual_seed(1))


@pytest.mark.parametrize("sizes", [[19, 8, 3, 3, 1, 1], [35], [30, 5], [16, 19]])
@pytest.mark.parametrize("stride", [1, 2])
def test_pieces_are_convolved_as_if_they_were_joined(features: Tensor, sizes: list[int], stride: int) -> None:
    """A kernel that goes with another piece's channels would paint nonsense without any error."""
    torch.manual_seed(0)
    layer = nn.Conv2d(35, 6, 3, stride, 1)
    pieces = list(features.split(sizes, 1))
    torch.testing.assert_close(joined_conv(pieces, layer.weight, layer.bias, stride), layer(features))


def test_whole_blocks_are_made_of_pieces_where_they_can_be() -> None:
    """Else all channels would be copied once more."""
    assert summing_up_to(32, [19, 8, 3, 3, 1, 1]) == (0, 1, 2, 4, 5)
    assert summing_up_to(0, [3, 5]) == ()
    assert summing_up_to(32, [30, 5]) is None


def test_four_pixels_at_a_time_are_the_same_pixels(features: Tensor) -> None:
    torch.manual_seed(0)
    layer = nn.Conv2d(35, 4, 3, 1, 1)
    torch.testing.assert_close(few_channels_conv(features, layer), layer(features))


def test_a_frame_repeats_the_edge_as_wide_as_the_kernel_needs(features: Tensor) -> None:
    torch.manual_seed(0)
    layer = nn.Conv2d(35, 4, 5, 1, 2, padding_mode="replicate")
    framed = framed_by_edge(features, layer.weight)
    torch.testing.assert_close(functional.conv2d(framed, layer.weight, layer.bias), layer(features))


def test_centred_outputs_have_no_mean_and_differ_by_it_alone(features: Tensor) -> None:
    torch.manual_seed(0)
    layer = nn.Conv2d(35, 6, 3)
    plain = layer(features)
    centred = functional.conv2d(features, *centred_outputs(layer))
    torch.testing.assert_close(centred, plain - plain.mean(1, keepdim=True))
    torch.testing.assert_close(channel_mean(plain.flatten(2)), plain.flatten(2).mean(1, keepdim=True))
