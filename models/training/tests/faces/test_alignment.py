import numpy as np
from PIL import Image

from training.faces.alignment import LEFT_EYE, MOUTH_CORNERS, RIGHT_EYE, cut_face, face_square


def test_a_turned_face_is_cut_out_upright_with_eyes_and_mouth_where_celeba_has_them() -> None:
    """Eyes level, the mouth below them, centred: marks painted at the points must come out there."""
    turn = np.deg2rad(25)
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    points = np.zeros((468, 2))
    for places, spot in ((RIGHT_EYE, (-30, 0)), (LEFT_EYE, (30, 0)), ((MOUTH_CORNERS[0],), (-20, 66))):
        points[list(places)] = rotation @ np.array(spot) + 200
    points[MOUTH_CORNERS[1]] = rotation @ np.array([20, 66]) + 200
    photo = np.zeros((400, 400, 3), np.uint8)
    for channel, at in enumerate((points[33], points[263], points[list(MOUTH_CORNERS)].mean(0))):
        column, row = np.round(at).astype(int)
        photo[row - 2 : row + 3, column - 2 : column + 3, channel] = 255
    corners, side = face_square(points)
    cut = np.asarray(cut_face(Image.fromarray(photo), corners, 256)).astype(float)
    (right, left, mouth) = (np.array(np.unravel_index(cut[..., c].argmax(), (256, 256))) for c in range(3))
    assert abs(right[0] - left[0]) <= 3
    assert left[1] - right[1] > 40
    assert abs(mouth[1] - 128) <= 3
    assert mouth[0] > left[0] + 40
    assert 200 < side < 320
