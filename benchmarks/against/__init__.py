"""The planner against solvers that are given the whole day model."""
