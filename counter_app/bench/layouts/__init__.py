"""Pages of many layouts, drawn from a seed: the papers that `counter bench fidelity` turns and lays on the glass."""
