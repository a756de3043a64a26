"""What files hold: pictures and PDFs as pages, whatever their format and damage."""
