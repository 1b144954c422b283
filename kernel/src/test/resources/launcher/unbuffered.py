"""With -u, or PYTHONUNBUFFERED, nothing waits to be written."""

import os
import subprocess
import sys

CODE = "import os; print('written', end=''); os._exit(0)"
for options, variables in (['-u'], {}), ([], {'PYTHONUNBUFFERED': '1'}), (['-E'], {'PYTHONUNBUFFERED': '1'}):
    done = subprocess.run(
        [sys.executable, *options, '-c', CODE], env=os.environ | variables, capture_output=True, text=True
    )
    print([done.stdout, done.stderr])
# expect: ['written', '']
# expect: ['written', '']
# expect: ['', '']
