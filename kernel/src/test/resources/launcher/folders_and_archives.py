"""A folder or an archive with a __main__ is a program; so is what comes through a pipe."""

import os
import subprocess
import sys
import tempfile
import zipapp


def run(*arguments, text=None):
    done = subprocess.run([sys.executable, *arguments], input=text, capture_output=True, text=True)
    print([done.stdout.strip(), done.stderr.strip().partition(': ')[2][:15], done.returncode])


with tempfile.TemporaryDirectory() as folder:
    program = os.path.join(folder, 'program')
    os.mkdir(program)
    run(program)
    with open(os.path.join(program, '__main__.py'), 'w') as file:
        file.write('import sys, helper\nprint(len(sys.argv), helper.value, sys.path[0] == sys.argv[0], __name__)\n')
    with open(os.path.join(program, 'helper.py'), 'w') as file:
        file.write('value = 5\n')
    run(program, 'argument')
    for interpreter in None, '/usr/bin/env python3':
        archive = os.path.join(folder, 'archive')
        zipapp.create_archive(program, archive, interpreter)
        run(archive, 'argument')
    run('/dev/stdin', text='print("from a pipe")')
    run('/dev/null')
    run(os.path.join(folder, 'absent.py'))
# expect: ['', "can't find '__m", 1]
# expect: ['2 5 True __main__', '', 0]
# expect: ['2 5 True __main__', '', 0]
# expect: ['2 5 True __main__', '', 0]
# expect: ['from a pipe', '', 0]
# expect: ['', '', 0]
# expect: ['', "can't open file", 2]
