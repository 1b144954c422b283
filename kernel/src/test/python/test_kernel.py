"""Tests of the kernel's Python packages, run by CPython with a played host."""

import contextlib
import io
import os
import sys
import tempfile
import unittest

import _picklejar_kernel as host
import picklejar_kernel
from picklejar_kernel import comms, completion, display, expressions, inspection, magics, shell

picklejar_kernel.start()
ip = shell.get_ipython()


def printed(function, *args):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        function(*args)
    return out.getvalue()


class KernelTest(unittest.TestCase):
    def setUp(self):
        for log in (host.published, host.payloads, host.cleared, host.rows):
            log.clear()
        ip.reset()


class DisplayTest(KernelTest):
    def test_result_is_published_and_kept(self):
        host.count = 7
        sys.displayhook([1])
        kind, content, *_ = host.published[0]
        self.assertEqual(kind, 'execute_result')
        self.assertEqual(content, {'execution_count': 7, 'data': {'text/plain': '[1]'}, 'metadata': {}})
        self.assertEqual((ip.user_ns['_'], ip.user_ns['_7'], ip.user_ns['Out'][7]), ([1], [1], [1]))

    def test_none_is_not_shown(self):
        sys.displayhook(None)
        self.assertEqual(host.published, [])

    def test_all_repr_methods(self):
        class Rich:
            def _repr_html_(self):
                return '<b>'

            def _repr_png_(self):
                return b'png', {'width': 3}

            def _repr_latex_(self):
                return None

            def _repr_mimebundle_(self, include=None, exclude=None):
                return {'x/y': 1}, {'x/y': {'m': 2}}

            def __repr__(self):
                return 'rich'

        data, metadata = display.format(Rich())
        self.assertEqual(data, {'x/y': 1, 'text/html': '<b>', 'image/png': b'png', 'text/plain': 'rich'})
        self.assertEqual(metadata, {'x/y': {'m': 2}, 'image/png': {'width': 3}})
        self.assertEqual(display.format(Rich(), include=['text/html'])[0], {'text/html': '<b>'})

    def test_failing_representations_are_left_out(self):
        class Broken:
            def _repr_html_(self):
                raise ValueError('no')

            def __repr__(self):
                raise ValueError('no repr')

        with contextlib.redirect_stderr(io.StringIO()) as err:
            data, _ = display.format(Broken())
        self.assertIn('Broken object at', data['text/plain'])
        self.assertNotIn('text/html', data)
        self.assertIn('_repr_html_() failed: ValueError: no', err.getvalue())

    def test_classes_do_not_use_the_methods_of_their_instances(self):
        class Rich:
            def _repr_html_(self):
                return '<b>'

        self.assertEqual(list(display.format(Rich)[0]), ['text/plain'])

    def test_objects_with_getattr_for_everything_are_plain(self):
        class Greedy:
            def __getattr__(self, name):
                return lambda *args, **kwargs: name

            def __repr__(self):
                return 'greedy'

        self.assertEqual(display.format(Greedy())[0], {'text/plain': 'greedy'})

    def test_formatter_for_type(self):
        class Base:
            pass

        class Derived(Base):
            pass

        display.formatters.for_type('text/html', Base, lambda obj: 'by type')
        self.assertEqual(display.format(Derived())[0]['text/html'], 'by type')

    def test_display_handle_updates(self):
        handle = display.display('a', display_id=True)
        handle.update('b')
        (first, _, _, one, _), (second, content, _, two, _) = host.published
        self.assertEqual((first, second), ('display_data', 'update_display_data'))
        self.assertEqual(one, two)
        self.assertEqual(content['data']['text/plain'], "'b'")

    def test_clear_output(self):
        display.clear_output(wait=True)
        self.assertEqual(host.cleared, [True])

    def test_objects(self):
        from IPython.display import (
            HTML,
            JSON,
            SVG,
            Audio,
            Code,
            IFrame,
            Image,
            Javascript,
            Markdown,
            Math,
            ProgressBar,
            Video,
        )

        def data(obj):
            return display.format(obj)[0]

        self.assertEqual(data(HTML('<i>x</i>'))['text/html'], '<i>x</i>')
        self.assertEqual(data(Markdown('*x*'))['text/markdown'], '*x*')
        self.assertEqual(data(Math('x^2'))['text/latex'], '$\\displaystyle x^2$')
        self.assertEqual(data(JSON({'a': [1]}))['application/json'], {'a': [1]})
        self.assertEqual(data(SVG('<?xml?><svg/>'))['image/svg+xml'], '<svg/>')
        self.assertEqual(data(Javascript('1'))['application/javascript'], '1')
        self.assertIn('<pre>a &lt; b</pre>', data(Code('a < b'))['text/html'])
        self.assertIn('width="3"', data(IFrame('http://x', 3, 4, a=1))['text/html'])
        png = b'\x89PNG\r\n\x1a\n' + b'\0' * 8 + (40).to_bytes(4, 'big') + (20).to_bytes(4, 'big')
        self.assertEqual(
            display.format(Image(png, retina=True)),
            (
                {'image/png': png, 'text/plain': '<picklejar_kernel.objects.Image object>'},
                {'image/png': {'width': 20, 'height': 10}},
            ),
        )
        self.assertEqual(
            data(Image(url='http://x/a.png', width=5))['text/html'], '<img src="http://x/a.png" width="5"/>'
        )
        sound = Audio([0, 0.5, -1], rate=8000)
        self.assertEqual((sound.data[:4], len(sound.data)), (b'RIFF', 50))
        self.assertIn('src="a.mp4"', data(Video('a.mp4'))['text/html'])
        self.assertEqual(list(ProgressBar(3)), [0, 1, 2])
        self.assertEqual(host.published[-1][1]['data']['text/plain'], '[' + '=' * 60 + '] 3/3')

    def test_user_expressions(self):
        ip.user_ns['x'] = 2
        results = expressions.evaluate({'a': 'x * 2', 'b': '1/0'})
        self.assertEqual(results['a'], {'status': 'ok', 'data': {'text/plain': '4'}, 'metadata': {}})
        self.assertEqual((results['b']['status'], results['b']['ename']), ('error', 'ZeroDivisionError'))


class CompletionTest(KernelTest):
    def complete(self, code):
        result = completion.complete(code, len(code))
        types = result['metadata']['_jupyter_types_experimental']
        self.assertEqual([t['text'] for t in types], result['matches'])
        return result

    def matches(self, code):
        return self.complete(code)['matches']

    def test_names_builtins_and_keywords(self):
        ip.user_ns['printer'] = 1
        self.assertEqual(self.matches('pri'), ['print', 'printer'])
        self.assertIn('lambda', self.matches('x = lam'))

    def test_positions_are_code_points(self):
        ip.user_ns['größe'] = 1
        result = self.complete("'𝄞'; grö")
        self.assertEqual((result['matches'], result['cursor_start'], result['cursor_end']), (['größe'], 5, 8))

    def test_attributes_without_running_properties(self):
        calls = []

        class Thing:
            def __init__(self):
                self.inner = 'text'

            @property
            def prop(self):
                calls.append(1)
                return self

            def method(self, a, b=1):
                pass

        ip.user_ns['thing'] = Thing()
        self.assertEqual(self.matches('thing.'), ['inner', 'method', 'prop'])
        self.assertIn('upper', self.matches('thing.inner.up'))
        self.assertEqual(self.matches('thing.prop.'), [])
        self.assertEqual(calls, [])
        entry = self.complete('thing.me')['metadata']['_jupyter_types_experimental'][0]
        self.assertEqual((entry['type'], entry['signature']), ('function', '(self, a, b=1)'))

    def test_functions_of_builtin_objects(self):
        self.assertEqual(self.matches("'x'.upp"), ['upper'])
        self.assertIn('append', self.matches('list.'))

    def test_imports(self):
        self.assertIn('json', self.matches('import js'))
        self.assertIn('decoder', self.matches('import json.dec'))
        import json

        self.assertIn('dumps', self.matches('from json import du'))
        self.assertEqual(self.matches('from json im'), ['import'])

    def test_magics(self):
        self.assertEqual(self.matches('%lsm'), ['%lsmagic'])
        self.assertIn('%%timeit', self.matches('%%ti'))
        self.assertIn('%%legacy', self.matches('%%leg'))
        self.assertIn('%tasklets', self.matches('%task'))

    def test_files_in_strings(self):
        with tempfile.TemporaryDirectory() as folder:
            open(os.path.join(folder, 'data file.csv'), 'w').close()
            os.mkdir(os.path.join(folder, 'dir'))
            self.assertEqual(self.matches(f"open('{folder}/da"), [f'{folder}/data file.csv'])
            self.assertEqual(self.matches(f"open('{folder}/di"), [f'{folder}/dir/'])

    def test_keys_and_parameters(self):
        ip.user_ns['table'] = {'alpha': 1, 'beta': 2}
        self.assertEqual(self.matches("table['al"), ['alpha'])
        exec('def f(first, *, flag=None): pass', ip.user_ns)
        self.assertIn('flag=', self.matches('f(1, fl'))

    def test_nothing_breaks_it(self):
        for code in (
            '',
            '.',
            '..',
            '(',
            "'",
            'a[b',
            'x.',
            '1.',
            '%',
            '!',
            'import ',
            'from',
            'from . import x',
            "f'{x",
            '\n\n',
        ):
            self.assertIsInstance(self.matches(code), list)


class InspectionTest(KernelTest):
    def text(self, code, cursor=None, detail=0):
        result = inspection.inspect(code, len(code) if cursor is None else cursor, detail)
        return result['data'].get('text/plain')

    def test_function(self):
        code = "@staticmethod\ndef area(w: int, h=2, *rest, unit='m', **more) -> float:\n    '''Its area.'''\n    return w * h\n\nx = 1"
        ip.begin_cell(3, code)
        exec(compile(code, '<cell 3>', 'exec'), ip.user_ns)
        ip.user_ns['area'] = ip.user_ns['area'].__func__
        text = self.text('area(')
        self.assertIn("area(w: int, h=2, *rest, unit='m', **more) -> float", text)
        self.assertIn('Its area.', text)
        self.assertIn('return w * h', self.text('area', detail=1))
        self.assertNotIn('x = 1', self.text('area', detail=1))

    def test_class_value_and_module(self):
        exec("class P:\n    'doc'\n    def __init__(self, a, b=1): pass\n", ip.user_ns)
        self.assertIn('P(a, b=1)', self.text('P'))
        ip.user_ns['v'] = [1, 2]
        self.assertIn('[1, 2]', self.text('v'))
        self.assertIn('list', self.text('v'))
        ip.user_ns['os'] = os
        self.assertIn('os.py', self.text('os'))

    def test_name_around_the_cursor(self):
        self.assertIn('Signature', self.text('len(x)', 2))
        self.assertIsNone(self.text('nothing_here'))
        self.assertIn('%who', self.text('%who'))


class MagicsTest(KernelTest):
    def test_time_returns_the_value(self):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            value = ip.run_cell_magic('time', '', 'y = 3\ny * 2')
        self.assertEqual((value, ip.user_ns['y']), (6, 3))
        self.assertIn('Wall time:', out.getvalue())

    def test_time_keeps_line_numbers(self):
        trace = None
        with contextlib.redirect_stdout(io.StringIO()):
            try:
                ip.run_cell_magic('time', '', 'a = 1\n1/0\n')
            except ZeroDivisionError as error:
                trace = error.__traceback__
        while trace.tb_next:
            trace = trace.tb_next
        self.assertEqual(trace.tb_lineno, 3)

    def test_timeit(self):
        out = printed(ip.run_line_magic, 'timeit', '-n 3 -r 2 sum(range(10))')
        self.assertIn('(mean ± std. dev. of 2 runs, 3 loops each)', out)
        result = ip.run_cell_magic('timeit', '-n1 -r1 -q -o k = 1', 'for i in range(3):\n    k')
        self.assertEqual(result.loops, 1)

    def test_who(self):
        ip.user_ns.update(a=1, b='x')
        self.assertEqual(ip.run_line_magic('who_ls', ''), ['a', 'b'])
        self.assertEqual(printed(ip.run_line_magic, 'who', 'str'), 'b\n')
        self.assertIn('a          int    1', printed(ip.run_line_magic, 'whos', ''))
        ip.run_line_magic('reset', '-f')
        self.assertEqual(printed(ip.run_line_magic, 'who', ''), 'Interactive namespace is empty.\n')

    def test_run_load_and_writefile(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'script.py')
            printed(ip.run_cell_magic, 'writefile', path, 'import sys\nvalue = sys.argv[1:]\nprint(__name__)\n')
            self.assertEqual(printed(ip.run_line_magic, 'run', f"{path} one 'two three'"), '__main__\n')
            self.assertEqual(ip.user_ns['value'], ['one', 'two three'])
            ip.run_line_magic('load', path)
            self.assertTrue(host.payloads[0]['text'].startswith('# %load '))
            self.assertEqual(printed(ip.run_cell_magic, 'writefile', '-a ' + path, 'x'), f'Appending to {path}\n')

    def test_environment_and_folders(self):
        here = os.getcwd()
        try:
            self.assertEqual(printed(ip.run_line_magic, 'cd', '/'), '/\n')
            self.assertEqual(ip.run_line_magic('pwd', ''), '/')
            self.assertEqual(printed(ip.run_line_magic, 'cd', '-'), here + '\n')
        finally:
            os.chdir(here)
        printed(ip.run_line_magic, 'env', 'PJ_TEST=a b')
        self.assertEqual(ip.run_line_magic('env', 'PJ_TEST'), 'a b')
        with self.assertRaises(magics.UsageError):
            ip.run_line_magic('env', 'PJ_NOT_THERE')

    def test_commands(self):
        ip.user_ns['word'] = 'hello'
        self.assertEqual(ip.getoutput("echo {word} $word '{nothing:x}'"), ['hello hello {nothing:x}'])
        self.assertEqual(printed(ip.system, 'echo $HOME'), os.environ['HOME'] + '\n')
        printed(ip.system, 'exit 3')
        self.assertEqual(ip.user_ns['_exit_code'], 3)
        self.assertEqual(printed(ip.run_cell_magic, 'bash', '', 'x=1\necho $x {word}'), '1 {word}\n')
        with self.assertRaises(RuntimeError):
            ip.run_cell_magic('bash', '', 'exit 2')

    def test_registering(self):
        from IPython.core.magic import Magics, line_magic, magics_class, register_line_cell_magic

        @register_line_cell_magic
        def both(line, cell=None):
            return line, cell

        self.assertEqual(ip.run_line_magic('both', 'x'), ('x', None))
        self.assertEqual(ip.run_cell_magic('both', 'x', 'y'), ('x', 'y'))

        @magics_class
        class Mine(Magics):
            @line_magic
            def mine(self, line):
                return line + '!'

        ip.register_magics(Mine)
        self.assertEqual(ip.run_line_magic('mine', 'a'), 'a!')
        self.assertIn('%mine', printed(ip.run_line_magic, 'lsmagic', ''))

    def test_unknown_magics_say_what_to_do(self):
        with self.assertRaisesRegex(magics.UsageError, 'there is a cell magic %%bash'):
            ip.run_line_magic('bash', '')
        with self.assertRaisesRegex(magics.UsageError, '`%%nope` not found'):
            ip.run_cell_magic('nope', '', '')

    def test_builtin_table_is_right(self):
        for name, (module, attribute, kind) in magics.BUILTIN.items():
            if module != 'picklejar_kernel.state':
                self.assertTrue(callable(magics.find(name, kind.split('_')[0])), name)

    def test_pinfo_pages(self):
        ip.run_line_magic('pinfo', 'len')
        self.assertEqual(host.payloads[0]['source'], 'page')
        self.assertIn('len(', host.payloads[0]['data']['text/plain'])
        self.assertEqual(printed(ip.run_line_magic, 'pinfo', 'nope'), 'Object `nope` not found.\n')

    def test_history(self):
        host.rows.extend([[0, 1, 'a = 1'], [0, 2, 'print(a)']])
        self.assertEqual(printed(ip.run_line_magic, 'history', '-n'), '1: a = 1\n2: print(a)\n')
        self.assertEqual(printed(ip.run_line_magic, 'history', '-g print'), '0/2: print(a)\n')

    def test_capture(self):
        ip.run_cell_magic('capture', 'kept', "print('x')\n5")
        self.assertEqual(ip.user_ns['kept'].stdout, 'x\n')

    def test_exit_asks_the_front_end(self):
        ip.user_ns['exit']()
        self.assertEqual(host.payloads, [{'source': 'ask_exit', 'keepkernel': False}])

    def test_inputs_are_kept(self):
        ip.begin_cell(1, 'one')
        ip.begin_cell(2, 'two')
        self.assertEqual((ip.user_ns['In'][1:3], ip.user_ns['_i'], ip.user_ns['_i2']), (['one', 'two'], 'one', 'two'))


class CommsTest(KernelTest):
    def message(self, comm_id, data=None, **content):
        return {'content': {'comm_id': comm_id, 'data': data or {}, **content}, 'metadata': {}, 'buffers': []}

    def test_front_end_opens(self):
        opened = []
        comms.manager.register_target('t', lambda comm, message: opened.append(comm))
        comms.handle_comm_open(self.message('c1', target_name='t'))
        received = []
        opened[0].on_msg(received.append)
        opened[0].on_close(received.append)
        comms.handle_comm_msg(self.message('c1', {'x': 1}))
        comms.handle_comm_close(self.message('c1'))
        comms.handle_comm_msg(self.message('c1', {'x': 2}))
        self.assertEqual([m['content']['data'] for m in received], [{'x': 1}, {}])

    def test_unknown_target_is_closed(self):
        comms.handle_comm_open(self.message('c2', target_name='nope'))
        self.assertEqual(host.published[0][:2], ('comm_close', {'comm_id': 'c2', 'data': {}}))

    def test_we_open(self):
        import comm

        mine = comm.create_comm(target_name='t', data={'a': 1}, buffers=[memoryview(b'xy')])
        kind, content, metadata, _, buffers = host.published[0]
        self.assertEqual(
            (kind, content['target_name'], content['data'], buffers), ('comm_open', 't', {'a': 1}, [b'xy'])
        )
        mine.send({'b': 2}, metadata={'m': 1})
        self.assertEqual(host.published[1][:3], ('comm_msg', {'comm_id': mine.comm_id, 'data': {'b': 2}}, {'m': 1}))
        mine.close()
        mine.close()
        self.assertEqual([p[0] for p in host.published], ['comm_open', 'comm_msg', 'comm_close'])


class ImportsTest(unittest.TestCase):
    def test_start_imports_almost_nothing(self):
        import subprocess

        code = (
            'import sys; before = set(sys.modules); import picklejar_kernel; picklejar_kernel.start(); '
            "print(sorted(m for m in set(sys.modules) - before if not m.startswith('_picklejar')))"
        )
        env = dict(os.environ, PYTHONPATH=os.pathsep.join(p for p in sys.path if p))
        # subprocess, which the played host imports, is imported first
        done = subprocess.run(
            [sys.executable, '-c', 'import subprocess; ' + code], capture_output=True, text=True, env=env
        )
        self.assertEqual(
            done.stdout.strip(),
            str(
                [
                    'picklejar_kernel',
                    'picklejar_kernel.display',
                    'picklejar_kernel.displayhook',
                    'picklejar_kernel.shell',
                ]
            ),
            done.stderr,
        )
