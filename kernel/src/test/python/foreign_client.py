"""Drives a kernel with jupyter_client, as front ends in Python do. Arguments: the command that starts the kernel."""

import os
import sys
import tempfile
import unittest

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpec

COMMAND = sys.argv[1:]


class Notebook:
    """A kernel and what its cells show."""

    def __init__(self, folder):
        self.manager = KernelManager()
        self.manager._kernel_spec = KernelSpec(
            argv=COMMAND + ['-f', '{connection_file}'], display_name='x', language='python', interrupt_mode='message'
        )
        self.manager.start_kernel(cwd=folder)
        self.client = self.manager.client()
        self.client.start_channels()
        self.client.wait_for_ready(timeout=60)

    def run(self, code, during=None, **options):
        """(reply, texts) of a cell; during is called when the cell has printed something."""
        request = self.client.execute(code, **options)
        texts = []
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            content = message['content']
            if message['msg_type'] == 'stream':
                texts.append(content['text'])
                if during:
                    during()
                    during = None
            elif 'data' in content:
                texts.append(content['data']['text/plain'])
            elif content.get('execution_state') == 'idle' and message['parent_header'].get('msg_id') == request:
                break
        return self.client.get_shell_msg(timeout=60)['content'], ''.join(texts)

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()


class ForeignClientTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.notebook = Notebook(self.folder.name)

    def tearDown(self):
        self.notebook.close()
        self.folder.cleanup()

    def test_cell_shows_output_and_result(self):
        reply, text = self.notebook.run("print('a')\n6 * 7")
        self.assertEqual(('ok', 'a\n42'), (reply['status'], text))

    def test_interrupt_ends_what_runs(self):
        for endless in (
            'import time; time.sleep(1000)',
            'sum(range(10**12))',
            'while True: pass',
            'import stackless\nstackless.tasklet(lambda: [None for i in range(10**12)])(); stackless.run()',
            "import re; re.match('(a+)+$', 'a' * 60 + 'b')",
        ):
            with self.subTest(endless):
                reply, _ = self.notebook.run(
                    "print('begun', flush=True)\n" + endless, during=self.notebook.manager.interrupt_kernel
                )
                self.assertEqual('KeyboardInterrupt', reply.get('ename'))
        self.assertEqual('2', self.notebook.run('1 + 1')[1])

    def test_completion_counts_code_points(self):
        self.notebook.run('def f(keyword): pass')
        self.notebook.client.complete("'\U0001f600'; f(key", 10)
        content = self.notebook.client.get_shell_msg(timeout=60)['content']
        self.assertEqual((['keyword='], 7, 10), (content['matches'], content['cursor_start'], content['cursor_end']))

    def test_state_is_resumed_after_a_restart(self):
        self.notebook.run(
            'import stackless\ndef work():\n    for i in range(4):\n        print(i)\n        stackless.schedule_remove()\n'
            'job = stackless.tasklet(work)()\nstackless.run()\n%pickle_tasklets work.state'
        )
        self.notebook.manager.restart_kernel()
        self.notebook.client.wait_for_ready(timeout=60)
        reply, text = self.notebook.run(
            '%unpickle_tasklets work.state\nimport stackless\njob.insert()\nstackless.run()'
        )
        self.assertEqual('ok', reply['status'])
        self.assertTrue(text.endswith('\n1\n'), text)
        self.assertEqual(['work.state'], os.listdir(self.folder.name))


unittest.main(argv=sys.argv[:1])
