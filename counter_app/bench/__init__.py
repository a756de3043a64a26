"""`counter bench`: each figure beside its peer or floor. Nothing of the product imports this room."""
