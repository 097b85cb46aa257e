import json
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.people.conftest import standing
from training.evaluation.table import markdown_rows
from training.people.body import JOINTS, Joints
from training.people.evaluate import (
    REFERENCES,
    build_cases,
    chosen_exemplars,
    first_with_match,
    measure_people,
    painted,
    rows_of,
)
from training.people.export import TINY_PEOPLE
from training.people.garment_colours import garment_differences, mean_difference, warped_garments
from training.people.garments import GROUP_COUNT
from training.people.people_translator import PeopleTranslator
from training.people.photographs import HEIGHT, WIDTH, PeoplePhotos
from training.people.pose_agreement import PoseAgreement
from training.people.pose_reader import PoseReader, Region, refined
from training.variants import compared_networks, spade_model

ANNOTATOR = Path(__file__).parents[3] / "annotators" / "body-pose"


class SeesAlways:
    """Stands in for the network: whoever asks is shown the same joints."""

    def __init__(self, joints: Joints | None) -> None:
        self.joints = joints

    def read(self, picture: torch.Tensor) -> Joints | None:
        return self.joints


def coarse_colours(pictures: torch.Tensor) -> torch.Tensor:
    """Stands in for the feature network."""
    return torch.nn.functional.avg_pool2d(pictures, 64).flatten(1)


def agreement_of(seen: Joints | None, wanted: Joints) -> dict[str, float]:
    agreement = PoseAgreement(SeesAlways(seen))  # type: ignore[arg-type]
    picture = torch.zeros(1, 3, HEIGHT, WIDTH)
    agreement.add(picture, wanted, ~np.isnan(wanted).any(1))
    return agreement.values()


def test_joints_count_as_near_within_five_percent_of_the_bodys_height() -> None:
    wanted = standing()
    assert agreement_of(wanted, wanted) == {"joints_near": 1.0, "joints_found": 1.0, "joint_error": 0.0}
    moved = wanted.copy()
    moved[JOINTS.index("left wrist"), 0] += 12  # of a body 184 high: 6.5 %
    moved[JOINTS.index("right wrist"), 0] += 8  # 4.3 %
    assert agreement_of(moved, wanted)["joints_near"] == pytest.approx(17 / 18)


def test_joints_that_are_not_found_count_against_and_those_not_asked_for_do_not() -> None:
    wanted, seen = standing(), standing()
    seen[JOINTS.index("nose")] = np.nan
    wanted[JOINTS.index("left ankle")] = np.nan
    values = agreement_of(seen, wanted)
    assert values["joints_near"] == values["joints_found"] == pytest.approx(16 / 17)
    assert agreement_of(None, wanted)["joints_near"] == 0


def test_joints_that_the_poses_own_photo_does_not_show_are_not_asked_for() -> None:
    wanted, seen = standing(), standing()
    seen[JOINTS.index("left wrist")] = np.nan
    agreement = PoseAgreement(SeesAlways(seen))  # type: ignore[arg-type]
    asked = agreement.visible(torch.zeros(1, 3, HEIGHT, WIDTH), wanted)
    assert not asked[JOINTS.index("left wrist")]
    assert asked.sum() == 17
    agreement.add(torch.zeros(1, 3, HEIGHT, WIDTH), wanted, asked)
    assert agreement.values()["joints_near"] == 1.0


def test_a_point_goes_to_the_middle_of_its_heat_map_only_where_that_is_sure() -> None:
    heat = np.full((64, 64, 2), -9.0, np.float32)
    heat[20:23, 30:33, 0] = 4.0
    heat[20:23, 30:33, 1] = -2.0
    places = np.array([[29.4 / 64, 22.4 / 64], [29.4 / 64, 22.4 / 64]])
    found = refined(places, heat) * 64
    assert np.allclose(found[0], [31, 21], atol=0.05)
    assert np.allclose(found[1], [29.4, 22.4])


def test_a_region_is_turned_about_its_middle() -> None:
    region = Region((50.0, 40.0), 20.0, np.pi / 2)
    assert np.allclose(region.to_picture(np.array([[0.5, 0.5], [1.0, 0.5]])), [[50, 40], [50, 50]])


def test_the_shipped_annotator_sees_nobody_in_an_even_picture() -> None:
    assert PoseReader(ANNOTATOR).read(torch.zeros(1, 3, HEIGHT, WIDTH)) is None


def test_garment_colours_are_compared_where_the_match_put_the_garment() -> None:
    exemplar = torch.full((1, 3, 64, 48), -1.0)
    exemplar[:, 0, :32] = 1.0
    garments = torch.full((1, 64, 48), 1, dtype=torch.long)
    garments[:, :32] = 5
    worn = torch.zeros(1, GROUP_COUNT, 8, 6)
    worn[:, 5, 4:] = 1.0
    picture = torch.full((1, 3, 64, 48), -1.0)
    picture[:, 0, 32:] = 0.9
    assert garment_differences(picture, worn, exemplar, garments) == [pytest.approx(0.1 * 127.5 / 3, abs=1e-3)]
    assert garment_differences(picture, torch.zeros_like(worn), exemplar, garments) == []
    assert mean_difference([]) == {}
    assert mean_difference([4.0, 12.0]) == {"garment_difference": 8.0, "garments_near": 0.5}


def test_every_row_is_measured_and_the_own_photo_keeps_its_garments(four_people: PeoplePhotos, tmp_path: Path) -> None:
    torch.manual_seed(1)
    model = PeopleTranslator(TINY_PEOPLE).eval()
    cases = build_cases(four_people, four_people, 2)
    assert len(cases) == 2
    assert len(chosen_exemplars(four_people, four_people)) == 4
    worn = warped_garments(model, cases[0].exemplar_pose, cases[0].exemplar, cases[0].exemplar_pose, cases[0].garments)
    assert worn.shape == (1, GROUP_COUNT, 32, 24)
    tools = (SeesAlways(standing()), coarse_colours, None)
    real = torch.cat([case.photo for case in cases])
    rows = REFERENCES | rows_of(model)
    table = measure_people(model, rows, cases, real, tools, tmp_path)  # type: ignore[arg-type]
    assert list(table) == ["own photo", "exemplar", "warp only", "ours"]
    assert json.loads((tmp_path / "metrics.json").read_text()).keys() == table.keys()
    assert (tmp_path / "ours.png").exists()
    assert table["own photo"]["swd"] == pytest.approx(0, abs=1e-6)
    assert table["ours"]["swd"] > 0
    assert markdown_rows(table).startswith("| | FID ↓ | SWD ↓ | joints within 5 % ↑ |")


def test_runs_at_half_size_are_measured_beside_the_baseline(four_people: PeoplePhotos, tmp_path: Path) -> None:
    """The joints asked for are those of the full size: unscaled, every picture at half size would miss them all."""
    runs = {"ours": TINY_PEOPLE, "SPADE": spade_model(TINY_PEOPLE)}
    entries = []
    for name, shapes in runs.items():
        torch.manual_seed(1)
        torch.save({"averaged": PeopleTranslator(shapes).state_dict()}, tmp_path / f"{name}.pt")
        entries.append(f"{name}={tmp_path / name}.pt")
    networks = compared_networks(PeopleTranslator, entries, TINY_PEOPLE)
    assert [network.config.guidance for network in networks.values()] == ["correspondence", "style"]
    cases = build_cases(four_people, four_people, 2, 128)
    assert cases[0].garments.shape == (1, 128, 96)
    rows = REFERENCES | {name: painted(network) for name, network in networks.items()}
    tools = (SeesAlways(cases[0].joints), coarse_colours, None)
    real = torch.cat([case.photo for case in cases])
    table = measure_people(networks["ours"], rows, cases[:1] * 2, real, tools, tmp_path)  # type: ignore[arg-type]
    assert list(table) == ["own photo", "exemplar", "ours", "SPADE"]
    assert table["SPADE"]["joints_near"] == 1.0
    assert first_with_match([networks["SPADE"], networks["ours"]]) is networks["ours"]
    with pytest.raises(SystemExit, match="Name a run with a match"):
        first_with_match([networks["SPADE"]])
