"""The pages of the province: what officials see and do in a browser. They work without JavaScript."""
