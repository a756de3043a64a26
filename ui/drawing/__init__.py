"""Drawing a form that is to be read: boxes on a page, their fields, a try on scans, the forms that were drawn."""
