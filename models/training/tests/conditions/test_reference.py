import numpy as np
import pytest

from training.conditions_reference.edge_channels import edge_channels, outline
from training.conditions_reference.face_parts import EDGE_PARTS, part_masks
from training.conditions_reference.label_channels import face_mask_channels, merged_face_indices
from training.conditions_reference.pose_channels import hue_colour, pose_channels
from training.conditions_reference.synthetic_inputs import schematic_face, synthetic_photo


def test_outline_marks_both_sides_of_a_border_and_nothing_else() -> None:
    # Would catch: an outline on one side only, or diagonal neighbours counted.
    mask = np.zeros((5, 5), dtype=bool)
    mask[2, 2] = True
    assert np.argwhere(outline(mask)).tolist() == [[1, 2], [2, 1], [2, 2], [2, 3], [3, 2]]


def test_skin_mask_is_the_whole_face() -> None:
    # Would catch: eyes cut out of the skin, which the checkpoint's training masks never had.
    masks = part_masks(schematic_face(1, 96, 96))
    assert (masks["skin"] & masks["l_eye"]).sum() == masks["l_eye"].sum() > 0
    assert not (masks["skin"] & masks["hair"]).any()


def test_absent_part_saturates_and_distances_are_thirds() -> None:
    # Would catch: an absent part given distance 0, or distances not divided by three.
    levels = edge_channels(schematic_face(1, 96, 96), synthetic_photo(1, 96, 96))
    eyeglasses = 1 + EDGE_PARTS.index("eye_g")
    assert (levels[eyeglasses] == 255).all()
    nose = levels[1 + EDGE_PARTS.index("nose")]
    assert nose.min() == 0
    assert 20 < nose.max() < 64


def test_merged_face_order_differs_from_celebamask_numbering() -> None:
    # Would catch: raw CelebAMask-HQ ids fed as channels (nose is 2 there and channel 9 here).
    assert merged_face_indices(np.array([[2, 13, 18]], dtype=np.uint8)).tolist() == [[9, 2, 14]]


def test_eyeglasses_in_the_parsing_map_are_refused() -> None:
    # Would catch: the official precondition dropped (channel −3 must be empty before).
    with pytest.raises(ValueError, match="eyeglasses"):
        face_mask_channels(np.full((2, 2), 16, dtype=np.uint8), np.zeros((2, 2), dtype=np.uint8))


def test_skeleton_is_rgb_and_a_missing_joint_saturates_its_limbs() -> None:
    # Would catch: BGR fed as RGB (the neck's first colour is orange in OpenPose's list, blue in what the network saw).
    joints: list[tuple[float, float] | None] = [None] * 18
    joints[1] = (32.0, 32.0)
    levels = pose_channels(joints, 64, 64)
    assert hue_colour(1) == (255, 85, 0)
    assert levels[:3, 32, 32].tolist() == [0, 85, 255]
    assert (levels[3:] == 255).all()
