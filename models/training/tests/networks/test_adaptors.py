import torch
from torch import nn

from training.networks.adaptors import ExemplarAdaptor, LayoutAdaptor
from training.networks.blocks import edge_conv


def test_an_even_area_stays_even_up_to_the_rim() -> None:
    # Zeros around the input would show as a frame in the features, and as a dark frame in every warp.
    torch.manual_seed(1)
    for stride, kernel in ((1, 3), (2, 3), (2, 5)):
        seen = edge_conv(2, 4, stride, kernel)(torch.full((1, 2, 8, 8), 0.7))
        assert torch.allclose(seen, seen[:, :, :1, :1].expand_as(seen), atol=1e-6)


def test_no_convolution_of_the_adaptors_frames_its_input() -> None:
    for adaptor in (LayoutAdaptor(3, 8, 16, 4), ExemplarAdaptor(3, 8, 16, 4)):
        wide = [part for part in adaptor.modules() if isinstance(part, nn.Conv2d) and part.kernel_size != (1, 1)]
        assert len(wide) > 10
        assert {part.padding_mode for part in wide} == {"replicate"}
