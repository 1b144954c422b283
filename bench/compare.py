"""Runs the programs, side by side with another Python: compare.py LAUNCHER [--against PYTHON] [--seconds S] [--rounds N] [PROGRAM...]."""

import argparse
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SIX = ['fib', 'int_loop', 'methods', 'generator_sum', 'dict_str', 'exceptions']
STACKLESS = ['ring', 'ping_pong', 'blocked', 'dump_load']
STARTUP = 'startup'


def call(python, program, seconds):
    path = os.path.join(HERE, 'programs', program + '.py')
    done = subprocess.run(
        [*python, os.path.join(HERE, 'harness.py'), path, str(seconds)], stdout=subprocess.PIPE, text=True
    )
    return answer(done, program, python)


def answer(done, program, python):
    if done.returncode != 0:
        sys.exit('bench: %s failed under %s' % (program, ' '.join(python)))
    return json.loads(done.stdout.splitlines()[-1])


def side_by_side(ours, other, programs, seconds, rounds):
    """Both in turn, several times, so that a busy machine disturbs both; the best of each counts."""
    print('| program | Picklejar | %s | ratio | Picklejar, first run |' % (other[1] if other else '-'))
    print('| --- | ---: | ---: | ---: | ---: |')
    for program in programs:
        mine, theirs = [], []
        for _ in range(rounds):
            mine.append(call(ours, program, seconds))
            if other:
                theirs.append(call(other[0], program, seconds))
        if len({r['result'] for r in mine + theirs}) != 1:
            sys.exit('bench: the results of %s differ: %s' % (program, [r['result'] for r in mine + theirs]))
        best = min(r['best'] for r in mine) * 1000
        first = min(r['first'] for r in mine) * 1000
        if theirs:
            reference = min(r['best'] for r in theirs) * 1000
            print(
                '| %s | %.1f ms | %.1f ms | %.2f | %.0f ms |' % (program, best, reference, best / reference, first),
                flush=True,
            )
        else:
            print('| %s | %.1f ms | | | %.0f ms |' % (program, best, first), flush=True)


def alone(ours, programs, rounds):
    print('| measure | Picklejar |')
    print('| --- | ---: |')
    for program in programs:
        best = {}
        for _ in range(rounds):
            if program == STARTUP:
                done = subprocess.run([ours[0], 'startup-time'], stdout=subprocess.PIPE, text=True)
                measured = answer(done, program, ours)
            else:
                measured = call(ours, program, 0)
            for name, (value, unit) in measured.items():
                if name not in best or value < best[name][0]:
                    best[name] = value, unit
        for name, (value, unit) in best.items():
            print('| %s | %.*f %s |' % (name, 0 if value >= 100 else 1, value, unit), flush=True)


def main():
    p = argparse.ArgumentParser(
        prog='picklejar bench', description='Runs the benchmarks; with --against, side by side with another Python.'
    )
    p.add_argument('launcher', help=argparse.SUPPRESS)
    p.add_argument('--against', metavar='PYTHON', help='another Python to compare with, for instance python3.13')
    p.add_argument('--seconds', type=float, default=5, help='how long each program runs each time (default 5)')
    p.add_argument('--rounds', type=int, default=3, help='how often each program is started (default 3)')
    p.add_argument('program', nargs='*', help='of %s; all when none is named' % ' '.join(SIX + STACKLESS + [STARTUP]))
    a = p.parse_args()
    unknown = [n for n in a.program if n not in SIX + STACKLESS + [STARTUP]]
    if unknown:
        p.error('no such program: %s' % ' '.join(unknown))
    ours = [a.launcher, 'script']
    other = None
    if a.against:
        try:
            version = subprocess.run(
                [a.against, '-c', 'import sys; print(sys.implementation.name, sys.version.split()[0])'],
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            ).stdout.strip()
        except (OSError, subprocess.CalledProcessError) as e:
            p.error('%s does not run: %s' % (a.against, e))
        other = [a.against], version
    wanted = a.program or SIX + STACKLESS + [STARTUP]
    six = [n for n in SIX if n in wanted]
    rest = [n for n in STACKLESS + [STARTUP] if n in wanted]
    if six:
        side_by_side(ours, other, six, a.seconds, a.rounds)
    if six and rest:
        print()
    if rest:
        alone(ours, rest, a.rounds)


if __name__ == '__main__':
    main()
