"""The official CoCosNet networks, written from a description; the reference for imported checkpoints."""
