"""The magics about tasklets and saved states: %tasklets, %pickle_tasklets, %unpickle_tasklets."""

import html
import json
import os
import shlex

import _picklejar_state as states
from picklejar_kernel.display import display
from picklejar_kernel.magics import UsageError

_COLUMNS = ('id', 'name', 'cell', 'state', 'blocked on', 'where', 'depth', 'picklable')


def _row(t):
    where = t['function'] if t['line'] is None else f'{t["function"]} line {t["line"]}: {t["source"]}'
    problem = t.get('problem', '')
    return (
        str(t['id']),
        t['name'] or '',
        t['cell'] or '',
        t['state'],
        t['blocked_on'] or '',
        where,
        str(t['depth']),
        'yes' if not problem else problem,
    )


def _table(rows, columns):
    widths = [max(len(c), *(len(r[i]) for r in rows)) if rows else len(c) for i, c in enumerate(columns)]
    lines = ['  '.join(c.ljust(w) for c, w in zip(columns, widths)).rstrip()]
    lines += ['  '.join(v.ljust(w) for v, w in zip(row, widths)).rstrip() for row in rows]
    return '\n'.join(lines)


def _html_table(rows, columns):
    head = ''.join(f'<th style="text-align:left">{html.escape(c)}</th>' for c in columns)
    body = ''.join(
        '<tr>'
        + ''.join(
            f'<td style="text-align:left"><code>{html.escape(v)}</code></td>'
            if i == 5
            else f'<td style="text-align:left">{html.escape(v)}</td>'
            for i, v in enumerate(row)
        )
        + '</tr>'
        for row in rows
    )
    return f'<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def tasklets(line):
    """%tasklets: the tasklets that there are, and where each stands."""
    rows = [_row(t) for t in states.list_tasklets()]
    if not rows:
        print('There are no tasklets.')
        return
    display({'text/plain': _table(rows, _COLUMNS), 'text/html': _html_table(rows, _COLUMNS)}, raw=True)


def _summary(manifest):
    n = len(manifest['tasklets'])
    lines = [f'State of {n} tasklet{"" if n == 1 else "s"}, saved {manifest["saved"]}, {manifest["size"]} bytes']
    for row in (_row(t) for t in manifest['tasklets']):
        lines.append(f'  {row[0]} {row[1]} ({row[3]}{" on " + row[4] if row[4] else ""}) in {row[5]}, depth {row[6]}')
    lines.append('  globals: ' + (', '.join(sorted(manifest['globals'])) or 'none'))
    lines.append('  modules: ' + (', '.join(manifest['modules']) or 'none'))
    lines += [f'  left out: {what} ({why})' for what, why in manifest.get('left_out', {}).items()]
    return '\n'.join(lines)


def pickle_tasklets(line):
    """%pickle_tasklets [--check|--no-check] [FILE] [ids...]: save tasklets to a file, or without a file in this notebook."""
    words = shlex.split(line)
    checked = True if '--check' in words else False if '--no-check' in words else None
    words = [word for word in words if word not in ('--check', '--no-check')]
    path = None
    if words and not words[0].isdigit():
        path = os.path.expanduser(words.pop(0))
    try:
        if path is not None:
            manifest = states.save(path, words, checked)
            print(_summary(manifest))
            print(f'Written to {path}. The tasklet that runs this cell is not part of it.')
            return
        state = states.make_state(words, checked)
    except states.StateError as e:
        raise UsageError(str(e)) from None
    text = _summary(state['manifest'])
    display(
        {
            states.MIME: state,
            'text/plain': text,
            'text/html': f'<pre>{html.escape(text)}</pre>',
            'text/markdown': '\n\n```\n' + text + '\n```',
        },
        raw=True,
        metadata={'picklejar': {'attach': True, 'name': 'tasklets.state.json'}},
    )
    print('The tasklet that runs this cell is not part of it. The state is kept when the notebook is saved.')


def _find_in_notebook(path):
    """The last state in a notebook: an output or an attachment."""
    try:
        with open(path, encoding='utf-8') as f:
            notebook = json.load(f)
        cells = notebook['cells']
    except OSError as e:
        raise UsageError(f'cannot read {path}: {e.strerror}') from None
    except (ValueError, KeyError, TypeError):
        raise UsageError(f'{path} is no notebook') from None
    for cell in reversed(cells):
        for bundle in list((cell.get('attachments') or {}).values()) + [
            o.get('data') or {} for o in cell.get('outputs') or []
        ]:
            if states.MIME in bundle:
                value = bundle[states.MIME]
                return (
                    json.loads(''.join(value) if isinstance(value, list) else value)
                    if not isinstance(value, dict)
                    else value
                )
    raise UsageError(f'{path} holds no saved state: run %pickle_tasklets in it and save the notebook')


def unpickle_tasklets(line):
    """%unpickle_tasklets [FILE] [--from NOTEBOOK] [--inspect] [--paused] [--replace]: bring saved tasklets back."""
    words = shlex.split(line)
    options = {'inspect': False, 'paused': False, 'replace': False}
    path = notebook = None
    while words:
        word = words.pop(0)
        if word == '--from':
            if not words:
                raise UsageError('--from needs the name of a notebook')
            notebook = os.path.expanduser(words.pop(0))
        elif word.startswith('--from='):
            notebook = os.path.expanduser(word[7:])
        elif word[:2] == '--' and word[2:] in options:
            options[word[2:]] = True
        elif word.startswith('-') or path is not None:
            raise UsageError(
                f'unknown argument {word!r}; usage: %unpickle_tasklets [FILE] [--from NOTEBOOK] [--inspect] [--paused] [--replace]'
            )
        else:
            path = os.path.expanduser(word)
    try:
        if path is not None:
            checked = states.read(path)
        else:
            notebook = notebook or os.environ.get('JPY_SESSION_NAME')
            if not notebook:
                raise UsageError('which state? Name a file, or a notebook with --from')
            checked = states.check(_find_in_notebook(notebook), notebook)
        if options['inspect']:
            print(_summary(checked[0]['manifest']))
            return
        report = states.load(checked, options['paused'], options['replace'])
    except states.StateError as e:
        raise UsageError(str(e)) from None
    n = len(report['tasklets'])
    print(
        f'{n} tasklet{"" if n == 1 else "s"} restored'
        + ('' if options['paused'] else '; those that were scheduled are in the run queue')
    )
    for key in ('restored', 'kept', 'skipped'):
        if report[key]:
            note = {
                'kept': ' (they existed with another value: --replace takes the saved ones)',
                'skipped': ' (they had this value already)',
            }.get(key, '')
            print(f'names {key}{note}: {", ".join(report[key])}')
