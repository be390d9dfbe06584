"""The command line. Each command stands in its own file and is loaded when it is called for."""
