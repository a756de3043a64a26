"""How papers are made: letterhead, tables, fonts, codes; and PDFs as pictures."""
