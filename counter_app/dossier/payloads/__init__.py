"""What journal entries say, one type an act (`counter_app.dossier.acts`). They are read for as long as dossiers are
kept: fields are added with a default, never renamed or taken away. What an entry holds beside them, or of another type,
is refused when it is read (`counter_app.dossier.journal`)."""
