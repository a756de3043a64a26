"""One page: found, righted, cleaned; what is filed of it. Pictures in, values out; no store."""
