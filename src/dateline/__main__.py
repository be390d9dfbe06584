"""``python -m dateline``: the same program, for environments whose scripts are not on the path."""

from dateline.cli.main import main

if __name__ == "__main__":
    main()
