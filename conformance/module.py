"""Runs one module of CPython's test suite and writes what became of each test: module.py SUITE MODULE RESULTS.

RESULTS gets a line of JSON for each test as soon as it ends: its name, one of 'passed', 'failed' and 'skipped', and the reason. What a
process that is killed has done is known so. SUITE is the folder with the package 'test'; '' when the Python has it.
"""

import json
import sys
import unittest


class Recorder(unittest.TestResult):
    """Writes the outcomes. A test of which a part failed has failed."""

    def __init__(self, out):
        super().__init__()
        self.out = out
        self.failed = {}

    def write(self, test, outcome, reason=''):
        self.out.write(json.dumps([name(test), outcome, reason]) + '\n')
        self.out.flush()

    def note(self, test, error):
        kind, value, _ = error
        try:
            text = str(value)
        except Exception as e:
            text = '(no text: %s)' % type(e).__name__
        lines = text.strip().splitlines() or ['']
        self.failed.setdefault(name(test), '%s: %s' % (kind.__name__, lines[0][:200]))

    def startTest(self, test):
        super().startTest(test)
        self.out.write(json.dumps([name(test), 'started', '']) + '\n')
        self.out.flush()

    def stopTest(self, test):
        super().stopTest(test)
        reason = self.failed.pop(name(test), None)
        if reason is not None:
            self.write(test, 'failed', reason)

    def addSuccess(self, test):
        if name(test) not in self.failed:
            self.write(test, 'passed')

    def addExpectedFailure(self, test, error):
        self.write(test, 'passed')

    def addSkip(self, test, reason):
        self.write(test, 'skipped', reason)

    def addError(self, test, error):
        self.note(test, error)
        if not isinstance(test, unittest.TestCase):
            # What is set up for a class or a module: no test begins or ends.
            self.write(test, 'failed', self.failed.pop(name(test)))

    def addFailure(self, test, error):
        self.note(test, error)

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.note(test, error)

    def addUnexpectedSuccess(self, test):
        self.failed.setdefault(name(test), 'passed, though it is expected to fail')


def name(test):
    """The name of a test without that of its module, if it has it."""
    return test.id().split(' (<')[0]


def main(suite, module, results):
    # Before the folder of this file, which is of no use to the tests.
    sys.path[0:1] = [suite] if suite else []
    with open(results, 'w', encoding='utf-8') as out:
        recorder = Recorder(out)
        try:
            from test import support
            from test.support import os_helper

            support.verbose = 0
            with os_helper.temp_cwd(quiet=True):
                unittest.defaultTestLoader.loadTestsFromName('test.' + module).run(recorder)
        except unittest.SkipTest as e:
            out.write(json.dumps(['(module)', 'skipped', str(e)]) + '\n')
        except BaseException as e:
            recorder.out.write(json.dumps(['(module)', 'failed', '%s: %s' % (type(e).__name__, e)]) + '\n')
        out.write(json.dumps(['(module)', 'ended', '']) + '\n')


if __name__ == '__main__':
    main(*sys.argv[1:])
