"""Runs modules of CPython's test suite, one process each: run.py LAUNCHER SUITE [options] [MODULE...]; see --help."""

import argparse
import concurrent.futures
import fnmatch
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

import table

HERE = os.path.dirname(os.path.abspath(__file__))


def left_out():
    """The reasons for which modules are not run, by their names."""
    reasons = {}
    with open(os.path.join(HERE, 'left_out.txt'), encoding='utf-8') as lines:
        for line in lines:
            if line.strip() and not line.startswith('#'):
                module, reason = line.strip().split(': ', 1)
                reasons[module] = reason
    return reasons


def modules_of(suite, patterns):
    names = sorted({entry.removesuffix('.py') for entry in os.listdir(os.path.join(suite, 'test'))})
    tests = [name for name in names if name.startswith('test_') and '.' not in name]
    if patterns:
        chosen = [p if p.startswith('test_') else 'test_' + p for p in patterns]
        for pattern in chosen:
            # Parts of packages can be asked for too: test_asyncio.test_tasks
            if '.' in pattern or not fnmatch.filter(tests, pattern):
                tests.append(pattern)
        return [name for name in dict.fromkeys(tests) if any(fnmatch.fnmatch(name, p) for p in chosen)]
    reasons = left_out()
    return [name for name in tests if name not in reasons]


def run(command, suite, module, seconds):
    """What became of the tests of a module: {'tests': {name: [outcome, reason]}, 'end': ..., 'seconds': ...}."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        results = os.path.join(folder, 'results')
        arguments = [*command, os.path.join(HERE, 'module.py'), suite, module, results]
        begin = time.monotonic()
        with open(os.path.join(folder, 'output'), 'wb') as output:
            process = subprocess.Popen(
                arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd=folder, start_new_session=True
            )
            try:
                status = process.wait(seconds)
            except subprocess.TimeoutExpired:
                status = None
            finally:
                # Also what the tests have started and left.
                try:
                    os.killpg(process.pid, signal.SIGKILL)
                except OSError:
                    process.kill()
                process.wait()
        taken = time.monotonic() - begin
        tests, ended = read(results)
        with open(os.path.join(folder, 'output'), encoding='utf-8', errors='replace') as output:
            text = output.read()
        if status is None:
            end = 'does not end in %d s' % seconds
        elif not ended:
            end = 'the process ended with status %d' % status
        else:
            end = ''
        return {'tests': tests, 'end': end, 'seconds': taken, 'java': text.count('\tat org.picklejar.')}


def read(results):
    """The outcomes of tests that are in a file, and whether it is complete. A test that has begun and not ended has failed."""
    tests = {}
    ended = False
    if os.path.exists(results):
        with open(results, encoding='utf-8') as lines:
            for line in lines:
                try:
                    name, outcome, reason = json.loads(line)
                except ValueError:
                    # The process was killed while it wrote this.
                    continue
                if outcome == 'ended':
                    ended = True
                elif outcome == 'started':
                    tests[name] = ['failed', 'does not end']
                else:
                    tests[name] = [outcome, reason]
    return tests, ended


def both(module, launcher, suite, options):
    """Runs a module here and, when it is not known how it went there, in the other Python; keeps both."""
    path = os.path.join(options.results, module + '.json')
    known = {}
    if os.path.exists(path):
        with open(path, encoding='utf-8') as file:
            known = json.load(file)
    if options.missing and 'ours' in known:
        return known
    if options.against and 'theirs' not in known:
        known['theirs'] = run([options.against], '', module, options.timeout)
    known['ours'] = run([launcher, 'script'], suite, module, options.timeout)
    known['module'] = module
    with open(path + '.new', 'w', encoding='utf-8') as file:
        json.dump(known, file)
    os.replace(path + '.new', path)
    return known


def main():
    parser = argparse.ArgumentParser(
        prog='picklejar conformance',
        description="Runs modules of CPython's test suite, each in a process of its own.",
        epilog='Results are kept in the folder of results; --write makes docs/conformance.md of all that are there.',
    )
    parser.add_argument('modules', metavar='MODULE', nargs='*', help='which modules to run, as patterns (default all)')
    parser.add_argument('--against', metavar='PYTHON', help='another Python; what it passes is what counts')
    parser.add_argument('--jobs', type=int, default=2, help='how many run at once (default 2)')
    parser.add_argument('--timeout', type=float, default=300, help='seconds that a module may take (default 300)')
    parser.add_argument('--missing', action='store_true', help='only modules of which there are no results')
    parser.add_argument('--results', metavar='FOLDER', default=os.path.join(HERE, '..', 'target', 'conformance'))
    parser.add_argument('--write', action='store_true', help='write docs/conformance.md')
    parser.add_argument('--failures', action='store_true', help='name each test that fails')
    launcher, suite = sys.argv[1:3]
    options = parser.parse_args(sys.argv[3:])
    options.results = os.path.abspath(options.results)
    os.makedirs(options.results, exist_ok=True)
    modules = modules_of(suite, options.modules)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = {pool.submit(both, m, launcher, suite, options): m for m in modules}
        for done in concurrent.futures.as_completed(runs):
            print(table.line(done.result()), flush=True)
            if options.failures:
                for name, reason in table.failures(done.result()):
                    print('    %s: %s' % (name, reason), flush=True)
    if options.write:
        table.write(os.path.join(HERE, '..', 'docs', 'conformance.md'), options.results, left_out())


if __name__ == '__main__':
    main()
