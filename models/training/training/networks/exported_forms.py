"""The same sums in the forms that onnxruntime computes fastest; only graphs that are being exported use them.

onnxruntime's fast convolution works on blocks of 16 channels: it fills up what is no multiple of 16 with zeros and
multiplies them too, and it does not take numbers of channels that are no multiple of 4 at all. Fewer than 16 channels
it reads as they are. Weights are rearranged inside the graph, which the runtime does once, when it loads it, so that a
pack still holds the weights by their names.
"""

from collections.abc import Sequence
from itertools import accumulate, combinations
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

BLOCK = 16


class DerivedConv(torch.autograd.Function):
    """A convolution whose weights the graph makes of others; the exporter's own insists on knowing their shape."""

    @staticmethod
    def forward(
        context: Any, features: Tensor, weight: Tensor, bias: Tensor | None, stride: int, padding: int
    ) -> Tensor:
        """The convolution."""
        return functional.conv2d(features, weight, bias, stride, padding)

    @staticmethod
    def symbolic(graph: Any, features: Any, weight: Any, bias: Any, stride: int, padding: int) -> Any:
        """The node that is written."""
        given = [] if bias is None or bias.node().mustBeNone() else [bias]
        return graph.op("Conv", features, weight, *given, strides_i=[stride] * 2, pads_i=[padding] * 4)


def joined_conv(
    pieces: Sequence[Tensor], weight: Tensor, bias: Tensor | None, stride: int = 1, padding: int = 1
) -> Tensor:
    """The convolution of pieces that lie channel after channel: one of whole blocks, one of the channels left over."""
    sizes = [int(piece.shape[1]) for piece in pieces]
    whole = sum(sizes) // BLOCK * BLOCK
    chosen = summing_up_to(whole, sizes)
    if chosen is None:
        sizes = [whole, sum(sizes) - whole]
        pieces, chosen = sliced(joined(pieces), sizes), (0,)
    kernels = sliced(weight, sizes)
    left = tuple(index for index in range(len(sizes)) if index not in chosen)
    first, *others = (group for group in (chosen, left) if group)
    result: Tensor = DerivedConv.apply(*picked(first, pieces, kernels), bias, stride, padding)
    for group in others:
        result = result + DerivedConv.apply(*picked(group, pieces, kernels), None, stride, padding)
    return result


def summing_up_to(wanted: int, sizes: Sequence[int]) -> tuple[int, ...] | None:
    """Which of the sizes add up to `wanted`; None if none do."""
    for count in range(len(sizes) + 1):
        for chosen in combinations(range(len(sizes)), count):
            if sum(sizes[index] for index in chosen) == wanted:
                return chosen
    return None


def picked(indices: Sequence[int], *lists: Sequence[Tensor]) -> list[Tensor]:
    """The chosen tensors of each list, joined along the channels."""
    return [joined([tensors[index] for index in indices]) for tensors in lists]


def joined(pieces: Sequence[Tensor]) -> Tensor:
    """The pieces channel after channel; a single one without a copy."""
    return pieces[0] if len(pieces) == 1 else torch.cat(list(pieces), 1)


def sliced(channels: Tensor, sizes: Sequence[int]) -> list[Tensor]:
    """Channels in pieces of these sizes."""
    ends = list(accumulate(sizes))
    return [channels[:, end - size : end] for end, size in zip(ends, sizes, strict=True)]


def few_channels_conv(features: Tensor, layer: nn.Conv2d) -> Tensor:
    """A 3×3 convolution to few channels, four pixels at a time: four times as many of a picture half as large."""
    assert layer.bias is not None
    quads = [functional.pad(layer.weight, (right, 1 - right, down, 1 - down)) for down in (0, 1) for right in (0, 1)]
    bias = layer.bias.unsqueeze(1).expand(-1, 4).flatten()
    return functional.pixel_shuffle(joined_conv([features], torch.stack(quads, 1).flatten(0, 1), bias, stride=2), 2)


def framed_by_edge(features: Tensor, weight: Tensor) -> Tensor:
    """Features with the edge repeated, as a convolution with these weights needs them to keep their size."""
    edge = int(weight.shape[2]) // 2
    return functional.pad(features, (edge, edge, edge, edge), mode="replicate")


def centred_outputs(layer: nn.Conv2d) -> tuple[Tensor, Tensor]:
    """Weights with which the mean of a convolution's result over the channels is zero in every pixel."""
    weight, bias = layer.weight, layer.bias
    assert bias is not None
    return weight - weight.mean(0, keepdim=True), bias - bias.mean()


def channel_mean(rows: Tensor) -> Tensor:
    """The mean over the channels of B×C×N, B×1×N, as a product: onnxruntime is three times slower at middle sums."""
    channels = int(rows.shape[1])
    return torch.full((1, channels), 1.0 / channels) @ rows
