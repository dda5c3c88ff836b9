"""Tests the interpreter itself: ``python self_test.py``."""

import pathlib
import sys
import unittest

_SOURCES = "../../main/resources/dev/countermand/scenario/python"

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent.joinpath(_SOURCES).resolve()))


def main():
    """Runs the tests; returns the exit code."""
    tests = unittest.defaultTestLoader.loadTestsFromNames(
        ["test_interpreter", "test_operations", "test_reading", "test_forcing"])
    return 0 if unittest.TextTestRunner(sys.stdout).run(tests).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
