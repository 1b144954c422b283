"""Time of saving 100,000 tasklets, the trial included, and of the list of 10,000."""

import os
import sys
import tempfile
import time

import _picklejar_state
import stackless


def wait(channel, number):
    total = number
    while True:
        total += channel.receive()


def waiting(tasklets):
    channel = stackless.channel()
    # Variables of cells are in __main__; each of these is called once, so nothing has warmed up.
    sys.modules['__main__'].waiting_tasklets = [stackless.tasklet(wait)(channel, i) for i in range(tasklets)]
    stackless.run()


def save(tasklets, checked=None):
    """Seconds for all."""
    waiting(tasklets)
    path = os.path.join(tempfile.mkdtemp(), 'state')
    begin = time.perf_counter()
    manifest = _picklejar_state.save(path, checked=checked)
    taken = time.perf_counter() - begin
    assert len(manifest['tasklets']) == tasklets
    os.unlink(path)
    return taken


def table(tasklets):
    """Seconds for all."""
    waiting(tasklets)
    begin = time.perf_counter()
    rows = _picklejar_state.list_tasklets()
    taken = time.perf_counter() - begin
    assert len(rows) == tasklets and not any(row['problem'] for row in rows)
    return taken


def check():
    save(3, False)
    table(3)


def measure():
    return {'list of 10000 tasklets': (table(10_000), 's'), 'save of 100000': (save(100_000), 's')}
