import torch

from training.losses.spectrum import spectrum_loss

LEFT = torch.zeros(1, 2, 64, 64)
LEFT[:, 0, :, :32] = 1
LEFT[:, 1, :, 32:] = 1


def textures(seed: int, left: float, right: float) -> torch.Tensor:
    """Grain of one strength in the left half and of another in the right half."""
    grain = torch.randn(1, 3, 64, 64, generator=torch.Generator().manual_seed(seed))
    return grain * (LEFT[:, :1] * left + LEFT[:, 1:] * right)


def test_the_same_texture_elsewhere_costs_less_than_a_smoother_one() -> None:
    """A distance of pixels would say the opposite: that is why pictures came out smooth."""
    exemplar = textures(0, 0.2, 0.05)
    same, smooth = textures(1, 0.2, 0.05), textures(1, 0.05, 0.05)
    assert spectrum_loss(same, LEFT, exemplar, LEFT) < 0.5 * spectrum_loss(smooth, LEFT, exemplar, LEFT)


def test_each_class_is_compared_with_itself() -> None:
    """The exemplar shows the classes the other way round: its texture must follow the class, not the place."""
    exemplar, mirrored = textures(0, 0.05, 0.2), LEFT.flip(1)
    follows, stays = textures(1, 0.2, 0.05), textures(1, 0.05, 0.2)
    assert spectrum_loss(follows, LEFT, exemplar, mirrored) < 0.5 * spectrum_loss(stays, LEFT, exemplar, mirrored)


def test_a_class_that_the_exemplar_lacks_asks_for_nothing() -> None:
    only_second = torch.cat([torch.zeros(1, 1, 64, 64), torch.ones(1, 1, 64, 64)], 1)
    one, other = textures(1, 0.2, 0.05), textures(2, 0.01, 0.05)
    exemplar = textures(0, 0.05, 0.05)
    first = spectrum_loss(one, LEFT, exemplar, only_second)
    # The windows on the border hold a little of both.
    assert abs(float(first - spectrum_loss(other, LEFT, exemplar, only_second))) < 0.3


def test_gradients_stay_finite_on_an_even_picture() -> None:
    even = torch.zeros(1, 3, 64, 64, requires_grad=True)
    spectrum_loss(even, LEFT, textures(0, 0.2, 0.2), LEFT).backward()
    assert even.grad is not None
    assert bool(even.grad.isfinite().all())
