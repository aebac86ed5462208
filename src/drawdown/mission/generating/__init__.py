"""The parts from which a generated mission is put together."""
