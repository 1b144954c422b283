"""What the results say: a line for each module, and the document."""

import collections
import json
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
INTERNALS = 'internals'
"""How reasons begin that are about CPython, not about Python."""

GROUPS = 6
"""How many groups of failures of a module are named; the others are counted."""


def passed(run):
    return {name for name, (outcome, _) in run['tests'].items() if outcome == 'passed'}


def outcomes(result):
    return collections.Counter(outcome for outcome, _ in result['ours']['tests'].values())


def expected(result):
    """The tests that the other Python passes; what ours passes when there is no other."""
    return passed(result['theirs']) if 'theirs' in result else passed(result['ours'])


def failures(result):
    """Names and reasons of tests that the other Python passes and ours does not; of all that fail when there is no other."""
    ours = result['ours']['tests']
    if 'theirs' not in result:
        return [(name, reason) for name, (outcome, reason) in ours.items() if outcome == 'failed']
    found = []
    for name in sorted(passed(result['theirs'])):
        outcome, reason = ours.get(name, ['missing', result['ours']['end'] or not_run(name, ours)])
        if outcome != 'passed':
            found.append((name, reason if outcome != 'skipped' else 'skipped: ' + reason))
    return found


def not_run(name, ours):
    """Why a test was not run: what its module or class needs could not be made."""
    test_class = name.rsplit('.', 1)[0].rsplit('.', 1)[-1]
    for other, (outcome, reason) in ours.items():
        if outcome == 'failed' and (other == '(module)' or 'setUpModule' in other or test_class in other):
            if other.startswith(('(module)', 'setUp', 'unittest.loader')):
                return reason
    return 'is not there'


def reasons():
    rules = []
    with open(os.path.join(HERE, 'reasons.txt'), encoding='utf-8') as lines:
        for line in lines:
            if line.strip() and not line.startswith('#'):
                pattern, reason = line.strip().split(' => ', 1)
                rules.append((re.compile(pattern), reason))
    return rules


def reason_of(name, text, rules):
    """The reason of a failure: that of the first rule that fits, else what it says without what differs from run to run."""
    for pattern, reason in rules:
        if pattern.search(text) or pattern.search(name):
            return reason
    plain = re.sub(r'0x[0-9a-f]+', '0x..', text)
    plain = re.sub(r'/tmp/[^\s\'"]*', '...', plain)
    return plain[:100]


def line(result):
    counts = outcomes(result)
    good = passed(result['ours'])
    text = '%-32s %5d passed %4d failed %4d skipped' % (
        result['module'],
        counts['passed'],
        counts['failed'],
        counts['skipped'],
    )
    if 'theirs' in result:
        want = expected(result)
        text += '   %5d of %5d' % (len(want & good), len(want))
    text += ' %6.0f s' % result['ours']['seconds']
    if result['ours']['end']:
        text += '   ' + result['ours']['end']
    if result['ours']['java']:
        text += '   prints traces of Java'
    return text


def percent(part, whole):
    return '%.1f %%' % (100 * part / whole) if whole else '-'


def code(text):
    return '`' + text.replace('`', "'").replace('|', '\\|') + '`'


def write(path, folder, left_out):
    """Writes the document from all results in a folder."""
    results = []
    for entry in sorted(os.listdir(folder)):
        if entry.endswith('.json'):
            with open(os.path.join(folder, entry), encoding='utf-8') as file:
                results.append(json.load(file))
    results = [r for r in results if 'theirs' in r and '.' not in r['module']]
    rules = reasons()
    lines = [
        '# Conformance',
        '',
        "Written by `./picklejar conformance --against PYTHON --write`: modules of CPython's test suite, one process each. A test counts that CPython",
        'passes; one that is skipped, does not load or does not end counts as failed. Changes by hand are lost.',
        '',
    ]
    head = len(lines)
    lines += [
        '| module | CPython passes | of these pass | internals | pass without these | why |',
        '| --- | ---: | ---: | ---: | ---: | --- |',
    ]
    everything = collections.Counter()
    good = want = internal = 0
    for r in results:
        expects = expected(r)
        passes = len(expects & passed(r['ours']))
        groups = collections.Counter(reason_of(name, text, rules) for name, text in failures(r))
        inside = sum(n for reason, n in groups.items() if reason.startswith(INTERNALS))
        good, want, internal = good + passes, want + len(expects), internal + inside
        everything.update(groups)
        named = groups.most_common(GROUPS)
        why = ['%s %s' % (n, code(reason)) for reason, n in named]
        rest = sum(groups.values()) - sum(n for _, n in named)
        if rest:
            why.append('%d others' % rest)
        if r['ours']['end']:
            why.insert(0, r['ours']['end'])
        if r['ours']['java']:
            why.insert(0, 'prints traces of Java')
        name = r['module'].removeprefix('test_')
        share = percent(passes, len(expects) - inside)
        lines.append('| %s | %d | %d | %d | %s | %s |' % (name, len(expects), passes, inside, share, '; '.join(why)))
    lines[head:head] = [
        '**%d of %d tests in %d modules pass (%s). %d of the others are about the internals of CPython; of the rest %s pass.**'
        % (good, want, len(results), percent(good, want), internal, percent(good, want - internal)),
        '',
    ]
    lines += ['', '## Reasons', '', '| tests | reason |', '| ---: | --- |']
    lines += ['| %d | %s |' % (n, code(reason)) for reason, n in everything.most_common(60)]
    lines += ['', '## Not run', '']
    by_reason = collections.defaultdict(list)
    for module, reason in left_out.items():
        by_reason[reason].append(module)
    lines += ['- %s: %s' % (reason, ', '.join(modules)) for reason, modules in by_reason.items()]
    with open(path + '.new', 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines) + '\n')
    os.replace(path + '.new', path)
