"""What stands behind the larger commands of the command line. With `counter_app.cli` the door of the house."""
