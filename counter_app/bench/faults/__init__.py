"""`counter bench faults`: what goes wrong and what comes from ill-meaning hands, one file a round."""
