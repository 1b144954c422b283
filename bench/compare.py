"""Runs the programs, side by side with another Python: compare.py LAUNCHER [options] [PROGRAM...]; see --help."""

import argparse
import json
import math
import os
import subprocess
import sys

import harness

HERE = os.path.dirname(os.path.abspath(__file__))
CPU = """
    fib hanoi closures decorators keyword_arguments star_arguments
    int_loop sieve sieve_loop big_ints pi_digits sha256 aes mandelbrot mandelbrot_floats nbody spectral_norm fft matrix_product lu_lists
    methods attributes slots properties super_calls operators dataclass_records named_tuples enum_members protocols match_statement
    generator_sum generator_pipeline itertools_chains async_generators asyncio_tasks comprehensions
    exceptions unwinding context_managers
    dict_str string_building word_count str_format f_strings regex text_parsing csv_table templates huffman bytes_buffers struct_records
    set_algebra sort_key deques caches tries life queens sudoku fannkuch graph_search edit_distance knapsack
    scheduler constraints raytrace interpreter chaos_game markov
    deep_copy json_text pickle_native pickle_python decimal_arithmetic fractions_exact dates logging_records pretty_print
""".split()
STACKLESS = """
    switches ping_pong lives skynet token_ring prime_sieve time_slices deep_calls blocked dump_load many_states
""".split()
STARTUP = 'startup'
EVERY = CPU + STACKLESS + [STARTUP]

MEASURES = 'first', 'after', 'steady'
SLOW = 1.5
"""The ratio above which a program is counted as slow."""

GRACE = 120
"""Seconds after which a process that should have ended is given up."""


class Failure(Exception):
    """A process did not give its measures."""


def call(command, seconds=0):
    """The JSON that a process prints as its last line; it should take little more than so long."""
    name = os.path.basename(command[0])
    try:
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=seconds + GRACE
        )
    except subprocess.TimeoutExpired:
        raise Failure('%s does not end' % name) from None
    if done.returncode != 0:
        raise Failure('%s: %s' % (name, (done.stderr.strip() or 'no message').splitlines()[-1]))
    return json.loads(done.stdout.splitlines()[-1])


def measures(python, program, seconds):
    path = os.path.join(HERE, 'programs', program + '.py')
    return call([*python, os.path.join(HERE, 'harness.py'), path, str(seconds)], seconds)


class Times:
    """What the processes of one Python measured with one program."""

    def __init__(self):
        self.rounds = []

    def __getitem__(self, measure):
        """Milliseconds, the median of the processes, or None."""
        values = [r[measure] for r in self.rounds if r[measure] is not None]
        return harness.median(values) * 1000 if values else None

    def spread(self):
        steady = [r['steady'] for r in self.rounds]
        return max(steady) / min(steady)

    def __str__(self):
        return ' / '.join('-' if self[m] is None else '%.1f' % self[m] for m in MEASURES)


def row(*cells):
    print('| %s |' % ' | '.join(cells), flush=True)


def side_by_side(ours, other, version, programs, seconds, rounds):
    """A fresh process for each round, of both in turn, so that what disturbs the machine disturbs both. Returns whether all ran."""
    row('program', 'first', 'after 1 s', 'steady', 'spread', 'Picklejar, ms', '%s, ms' % (version or '-'))
    row('---', *['---:'] * 6)
    ratios = {m: [] for m in MEASURES}
    failures = 0
    for program in programs:
        mine, theirs = Times(), Times()
        try:
            for _ in range(rounds):
                mine.rounds.append(measures(ours, program, seconds))
                if other:
                    theirs.rounds.append(measures(other, program, seconds))
        except Failure as e:
            failures += 1
            row(program, *[''] * 4, 'failed: %s' % e, '')
            continue
        cells = []
        for m in MEASURES:
            known = other and mine[m] is not None and theirs[m] is not None
            if known:
                ratios[m].append(mine[m] / theirs[m])
            cells.append('%.2f' % ratios[m][-1] if known else '')
        row(program, *cells, '%.2f' % mine.spread(), str(mine), str(theirs) if other else '')
    if other:
        summary('geometric mean', ratios, lambda r: '%.2f' % math.exp(sum(map(math.log, r)) / len(r)))
        summary('above %s' % SLOW, ratios, lambda r: '%d of %d' % (sum(v > SLOW for v in r), len(r)))
    return not failures


def summary(name, ratios, text):
    row(name, *[text(ratios[m]) if ratios[m] else '' for m in MEASURES], '', '', '')


def alone(ours, programs, rounds):
    """What has nothing to be compared with; the best of the rounds. Returns whether all ran."""
    row('measure', 'Picklejar')
    row('---', '---:')
    failures = 0
    for program in programs:
        best = {}
        try:
            for _ in range(rounds):
                measured = call([ours[0], 'startup-time']) if program == STARTUP else measures(ours, program, 0)
                for name, (value, unit) in measured.items():
                    if name not in best or value < best[name][0]:
                        best[name] = value, unit
        except Failure as e:
            failures += 1
            row(program, 'failed: %s' % e)
            continue
        for name, (value, unit) in best.items():
            row(name, '%.*f %s' % (0 if value >= 100 else 1 if value >= 10 else 2, value, unit))
    return not failures


def version_of(python):
    done = subprocess.run(
        [python, '-c', 'import sys; print(sys.implementation.name, sys.version.split()[0])'],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def parser():
    p = argparse.ArgumentParser(
        prog='picklejar bench',
        usage='picklejar bench [--against PYTHON] [--quick | --seconds S --rounds N] [PROGRAM...]',
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="""\
Runs the benchmarks, each in fresh processes; with --against, in turn with another Python.

Of each process: the first run; the best run between second 1 and 1.5 ("after 1 s"); the median of the last half of its
time ("steady"). The table has the ratios of their medians to the other Python's (2 is twice as slow), how far the processes are
apart (slowest steady / fastest), and the milliseconds of all three. Measures of tasklets and of the start follow.""",
        epilog='programs:\n  %s\n  %s\n  %s' % (' '.join(CPU), ' '.join(STACKLESS), STARTUP),
    )
    p.add_argument('launcher', help=argparse.SUPPRESS)
    p.add_argument('--against', metavar='PYTHON', help='another Python to compare with, for instance python3.13')
    p.add_argument('--seconds', type=float, default=3, help='how long each process runs its program (default 3)')
    p.add_argument('--rounds', type=int, default=5, help='how many processes run each program (default 5)')
    p.add_argument('--quick', action='store_true', help='one round of one second: --rounds 1 --seconds 1')
    p.add_argument('program', nargs='*', metavar='PROGRAM', help='which programs to run (default all)')
    return p


def main():
    p = parser()
    a = p.parse_args()
    unknown = [n for n in a.program if n not in EVERY]
    if unknown:
        p.error('no such program: %s' % ' '.join(unknown))
    if a.quick:
        a.rounds, a.seconds = 1, 1
    if a.rounds < 1:
        p.error('--rounds must be at least 1')
    ours, other, version = [a.launcher, 'script'], None, None
    if a.against:
        try:
            version = version_of(a.against)
        except (OSError, subprocess.CalledProcessError) as e:
            p.error('%s does not run: %s' % (a.against, e))
        other = [a.against]
    wanted = a.program or EVERY
    compared = [n for n in wanted if n in CPU]
    rest = [n for n in wanted if n not in CPU]
    well = True
    if compared:
        well = side_by_side(ours, other, version, compared, a.seconds, a.rounds)
    if compared and rest:
        print()
    if rest:
        well = alone(ours, rest, a.rounds) and well
    sys.exit(0 if well else 1)


if __name__ == '__main__':
    main()
