"""The 59 garment labels of Clothing Co-Parsing (Yang et al., CVPR 2014), gathered into what a match keeps apart."""

import numpy as np
from numpy.typing import NDArray

LABELS = (
    "null", "accessories", "bag", "belt", "blazer", "blouse", "bodysuit", "boots", "bra", "bracelet", "cape",
    "cardigan", "clogs", "coat", "dress", "earrings", "flats", "glasses", "gloves", "hair", "hat", "heels",
    "hoodie", "intimate", "jacket", "jeans", "jumper", "leggings", "loafers", "necklace", "panties", "pants",
    "pumps", "purse", "ring", "romper", "sandals", "scarf", "shirt", "shoes", "shorts", "skin", "skirt",
    "sneakers", "socks", "stockings", "suit", "sunglasses", "sweater", "sweatshirt", "swimwear", "t-shirt",
    "tie", "tights", "top", "vest", "wallet", "watch", "wedges",
)  # fmt: skip
"""Names of the label values 0 … 58."""

GROUPS: dict[str, str] = {
    "background": "null",
    "hair": "hair",
    "skin": "skin",
    "upper garment": "blouse bodysuit bra cardigan hoodie intimate jumper shirt sweater sweatshirt swimwear t-shirt "
    "tie top vest",
    "coat": "blazer cape coat jacket suit",
    "dress": "dress romper",
    "lower garment": "jeans leggings panties pants shorts skirt",
    "legwear": "socks stockings tights",
    "shoes": "boots clogs flats heels loafers pumps sandals shoes sneakers wedges",
    "bag": "bag purse wallet",
    "head": "glasses hat sunglasses",
    "accessories": "accessories belt bracelet earrings gloves necklace ring scarf watch",
}
UNKNOWN = 0
"""Group of photos without labels; the groups by name count from 1."""
GROUP_NAMES = ("unknown", *GROUPS)
GROUP_COUNT = len(GROUP_NAMES)


def group_table() -> NDArray[np.uint8]:
    """256 entries: label value to group."""
    table = np.zeros(256, np.uint8)
    for number, names in enumerate(GROUPS.values(), start=1):
        for name in names.split():
            table[LABELS.index(name)] = number
    return table
