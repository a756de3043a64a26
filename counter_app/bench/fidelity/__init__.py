"""`counter bench fidelity`: what the filed page shows of what stood on the paper."""
