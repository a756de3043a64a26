"""From words with boxes to data: which paper a page is, and what stands in its fields. Pure; knows no store."""
