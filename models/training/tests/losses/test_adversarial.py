import torch

from training.losses.adversarial import discriminator_hinge, feature_matching, generator_hinge


def test_hinge_values_worked_out_by_hand() -> None:
    # real: max(0, 1-2)=0 and max(0, 1-0)=1 -> 0.5; fake: max(0, 1-3)=0 and max(0, 1+1)=2 -> 1.0
    real, fake = [torch.tensor([2.0, 0.0])], [torch.tensor([-3.0, 1.0])]
    torch.testing.assert_close(discriminator_hinge(real, fake), torch.tensor(1.5))
    torch.testing.assert_close(generator_hinge(fake), torch.tensor(1.0))


def test_heads_are_averaged_and_real_maps_get_no_gradient() -> None:
    real = [torch.tensor([1.0], requires_grad=True), torch.tensor([4.0], requires_grad=True)]
    fake = [torch.tensor([0.0], requires_grad=True), torch.tensor([2.0], requires_grad=True)]
    loss = feature_matching(real, fake)
    torch.testing.assert_close(loss, torch.tensor(1.5))
    loss.backward()
    assert real[0].grad is None
    assert fake[1].grad is not None
