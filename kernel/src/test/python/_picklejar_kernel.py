"""The host module, played by CPython: what is published is kept in lists."""

import subprocess

published = []
payloads = []
cleared = []
rows = []
count = 1


def publish(msg_type, content, metadata=None, transient=None, buffers=None):
    published.append((msg_type, content, metadata, transient, buffers))


def clear_output(wait=False):
    cleared.append(wait)


def set_payload(payload):
    payloads.append(payload)


def execution_count():
    return count


def transform_cell(code):
    return code


def history(access, options=None):
    return [row for row in rows if access != 'search' or options['pattern'].strip('*') in row[2]]


def run_command(command, cwd=None, env=None, text=None, capture=False):
    done = subprocess.run(command, cwd=cwd, env=env, input=text or '', capture_output=True, text=True)
    if not capture:
        print(done.stdout, end='')
    return {
        'status': done.returncode,
        'stdout': done.stdout if capture else '',
        'stderr': done.stderr if capture else '',
    }
