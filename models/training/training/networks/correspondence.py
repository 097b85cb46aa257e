"""Dense cross-domain correspondence: match and warp (paper section 3.1, equations 2 and 3).

Two forms of the same sum. `streaming_warp` never builds the N×N matrix; `correspondence_matrix` does,
for inspection, for the cycle loss on small grids, and as the reference of the tests.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

INVERSE_TEMPERATURE = 50.0
"""α of the paper; 50 rather than 100 keeps gradients alive on our smaller features."""

BANDS = 4
"""Bands of rows in which an exported graph makes the matrix of scores: a picture's cells are a multiple of 16."""

Warp = Callable[[Tensor, Tensor, Tensor, float | Tensor], Tensor]
"""`streaming_warp` or `dense_warp`: layout features, exemplar features, values and α to warped values."""


def to_tokens(grid: Tensor) -> Tensor:
    """B×C×H×W to B×HW×C."""
    return grid.flatten(2).transpose(1, 2)


def to_grid(tokens: Tensor, height: int, width: int) -> Tensor:
    """B×HW×C to B×C×H×W."""
    return tokens.transpose(1, 2).unflatten(2, (height, width))


class FusedAttention(torch.autograd.Function):
    """Stands in for the sum while exporting: one streaming com.microsoft.MultiHeadAttention node."""

    @staticmethod
    def forward(context: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """The same sum in the open, for shapes while tracing."""
        return torch.softmax(query @ key.transpose(1, 2), dim=2) @ value

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        """The node that is written."""
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=1, scale_f=1.0)


class ExportedMatch(torch.autograd.Function):
    """Stands in for two sums over one matrix of scores while exporting.

    Written in a few bands of rows, so that the N×N matrix never exists as a whole. Plain products and a softmax take
    half the time of two of onnxruntime's streaming attention nodes, which want values as wide as the features.
    """

    @staticmethod
    def forward(
        context: Any, query: Tensor, key: Tensor, alpha: Tensor, value: Tensor, sharp: Tensor, places: Tensor
    ) -> tuple[Tensor, Tensor]:
        """The same in the open: B×N×C, B×C×M and values B×M×K at two inverse temperatures."""
        scores = query @ key
        return torch.softmax(scores * alpha, dim=2) @ value, torch.softmax(scores * sharp, dim=2) @ places

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, alpha: Any, value: Any, sharp: Any, places: Any) -> Any:
        """The nodes that are written."""
        sums: list[list[Any]] = [[], []]
        for band in graph.op("Split", query, axis_i=1, outputs=BANDS):
            scores = graph.op("MatMul", band, key)
            for found, scale, values in zip(sums, (alpha, sharp), (value, places), strict=True):
                matrix = graph.op("Softmax", graph.op("Mul", scores, scale), axis_i=2)
                found.append(graph.op("MatMul", matrix, values))
        return tuple(graph.op("Concat", *found, axis_i=1) for found in sums)


def exported_match(
    layout: Tensor, exemplar: Tensor, alpha: Tensor, values: Tensor, sharp: float, places: Tensor
) -> tuple[Tensor, Tensor]:
    """`streaming_warp` of two kinds of values, each at its own inverse temperature."""
    height, width = layout.shape[2:]
    found = ExportedMatch.apply(
        to_tokens(layout), exemplar.flatten(2), alpha, to_tokens(values), torch.tensor([sharp]), to_tokens(places)
    )
    first, second = (freed(to_grid(sums, height, width), layout) for sums in found)
    return first, second


def freed(grid: Tensor, like: Tensor) -> Tensor:
    """`grid` unchanged. The exporter takes sizes behind some nodes for fixed; meeting a free size frees them again."""
    return grid + like[:, :1] * 0.0


def streaming_warp(
    layout: Tensor, exemplar: Tensor, values: Tensor, alpha: float | Tensor = INVERSE_TEMPERATURE
) -> Tensor:
    """r(u) = Σ_v softmax_v(α·M(u,v))·values(v) without materialising M.

    layout B×C×Ha×Wa and exemplar B×C×Hb×Wb are unit-length features, values B×K×Hb×Wb; returns B×K×Ha×Wa.
    Values are padded with zeros to the feature width, the one shape for which the fused kernel is fast.
    """
    height, width = layout.shape[2:]
    query, key, value = to_tokens(layout) * alpha, to_tokens(exemplar), to_tokens(values)
    channels, wanted = exemplar.shape[1], values.shape[1]
    if wanted < channels:
        value = functional.pad(value, (0, channels - wanted))
    if torch.onnx.is_in_onnx_export():
        return freed(to_grid(FusedAttention.apply(query, key, value)[:, :, :wanted], height, width), layout)
    result = functional.scaled_dot_product_attention(
        query.unsqueeze(1), key.unsqueeze(1), value.unsqueeze(1), scale=1.0
    ).squeeze(1)
    return to_grid(result[:, :, :wanted], height, width)


def correspondence_matrix(layout: Tensor, exemplar: Tensor, alpha: float | Tensor = INVERSE_TEMPERATURE) -> Tensor:
    """softmax_v(α·M(u,v)), B×Na×Nb, rows summing to 1."""
    return torch.softmax(alpha * to_tokens(layout) @ to_tokens(exemplar).transpose(1, 2), dim=2)


def dense_warp(layout: Tensor, exemplar: Tensor, values: Tensor, alpha: float | Tensor = INVERSE_TEMPERATURE) -> Tensor:
    """`streaming_warp` through the explicit matrix (reference and inspection form)."""
    height, width = layout.shape[2:]
    warped = to_grid(correspondence_matrix(layout, exemplar, alpha) @ to_tokens(values), height, width)
    return freed(warped, layout) if torch.onnx.is_in_onnx_export() else warped
