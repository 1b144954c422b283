"""Runs one module of CPython's test suite; prints the names of the tests that fail, one a line, each after 'failed '."""

import importlib
import sys
import unittest


class Failures(unittest.TestResult):
    """Notes each test of which something failed."""

    def __init__(self):
        super().__init__()
        self.names = []

    def note(self, test):
        name = '.'.join(test.id().split(' ')[0].split('.')[-2:])
        if name not in self.names:
            self.names.append(name)

    def addError(self, test, err):
        self.note(test)

    def addFailure(self, test, err):
        self.note(test)

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.note(test)

    def addUnexpectedSuccess(self, test):
        self.note(test)


def run(name):
    from test import support

    support.verbose = 0
    module = importlib.import_module('test.' + name)
    result = Failures()
    unittest.TestLoader().loadTestsFromModule(module).run(result)
    for failed in result.names:
        print('failed', failed)
    print('run', result.testsRun)
