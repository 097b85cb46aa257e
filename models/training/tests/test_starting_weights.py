from pathlib import Path

import pytest
import torch
from torch import nn

from training.starting_weights import load_fitted, load_what_fits, read_starting_weights


def test_an_added_channel_changes_nothing_at_first() -> None:
    """A run that begins with a pack made before the grain channel must begin with that pack's pictures."""
    before, after = nn.Conv2d(3, 2, 3), nn.Conv2d(4, 2, 3)
    load_fitted(after, before.state_dict())
    picture = torch.rand(1, 4, 8, 8)
    torch.testing.assert_close(after(picture), before(picture[:, :3]))


def test_weights_of_another_network_are_refused() -> None:
    with pytest.raises(RuntimeError):
        load_fitted(nn.Conv2d(3, 5, 3), nn.Conv2d(3, 2, 3).state_dict())


def test_a_judge_of_another_shape_begins_anew_where_it_differs() -> None:
    judge = nn.Sequential(nn.Conv2d(3, 4, 1), nn.Conv2d(4, 5, 1))
    earlier = nn.Sequential(nn.Conv2d(3, 4, 1), nn.Conv2d(4, 6, 1))
    fresh = judge[1].weight.clone()
    load_what_fits(judge, earlier.state_dict())
    assert torch.equal(judge[0].weight, earlier[0].weight)
    assert torch.equal(judge[1].weight, fresh)


def test_a_checkpoint_gives_its_averaged_weights_and_its_judges(tmp_path: Path) -> None:
    parts = {name: {"w": torch.full((1,), value)} for value, name in enumerate(["averaged", "discriminator", "reader"])}
    torch.save({**parts, "model": {"w": torch.full((1,), 9.0)}}, tmp_path / "latest.pt")
    start = read_starting_weights(tmp_path / "latest.pt")
    assert [float(part["w"]) for part in (start.model, start.discriminator, start.reader)] == [0.0, 1.0, 2.0]
