"""`counter demo`: the whole job on sample paper, and the sample paper."""
