"""The catalogue of procedures, for the administrator: finding, changing, importing and exporting versions."""
