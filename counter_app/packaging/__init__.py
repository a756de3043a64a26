"""`counter package`: the program as packages that machines install which have neither git nor a package index.

Run from a checkout by whoever publishes a version; nothing of the product imports it. What stands in the packages
beside the program (units, menus, scripts) lies under `packaging/` as files.
"""
