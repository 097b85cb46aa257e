"""Whether a picture has both eyes, open and looking the same way: what anybody sees first when it fails."""

from torch import Tensor

from training.faces.landmarks import FaceLandmarks
from training.parsing.classes import FACE_PARTS
from training.parsing.measure import Parser

EYES = (FACE_PARTS.index("left eye"), FACE_PARTS.index("right eye"))
FOUND = 0.25
"""share of an eye's wanted pixels that the parser must see as this eye"""
OPEN = 0.5
"""openness of an eye beside that of the layout's own photo"""
NARROW = 0.12
"""openness of the photo below which its eyes count as closed: such layouts are left out"""
SQUINT = 0.15
"""how much more or less than in the layout's own photo the two irises may differ in their places between the corners"""


class EyeMeasure:
    """Counts the pictures whose eyes are right, among layouts whose own photo's are."""

    def __init__(self, parser: Parser, landmarks: FaceLandmarks) -> None:
        self.parser = parser
        self.landmarks = landmarks
        self.right = 0
        self.counted = 0

    def eyes_are_right(self, picture: Tensor, labels: Tensor, photo: Tensor) -> bool:
        """Pictures 1×3×256×256 in −1..1, labels 1×256×256."""
        seen = self.parser(picture).argmax(1)
        for eye in EYES:
            wanted = int((labels == eye).sum())
            if wanted == 0 or int(((seen == eye) & (labels == eye)).sum()) < FOUND * wanted:
                return False
        ours, theirs = self.landmarks.eyes(picture), self.landmarks.eyes(photo)
        if min(eye.openness for eye in theirs) < NARROW:
            return False
        wide = all(our.openness >= OPEN * their.openness for our, their in zip(ours, theirs, strict=True))
        apart = [right.look - left.look for right, left in (ours, theirs)]
        return wide and abs(apart[0] - apart[1]) <= SQUINT

    def add(self, picture: Tensor, labels: Tensor, photo: Tensor) -> None:
        """A picture, the parts it should have, and the photo that they are of."""
        if not self.eyes_are_right(photo, labels, photo):
            return
        self.counted += 1
        self.right += self.eyes_are_right(picture, labels, photo)

    def values(self) -> dict[str, float]:
        """Share of the pictures whose eyes are right, and of how many."""
        return {"eyes_right": self.right / max(self.counted, 1), "eyes_counted": float(self.counted)}
