"""What is flushed stands before what a child process writes to the same place."""

import subprocess
import sys

print('before', flush=True)
subprocess.run(['echo', 'child'])
sys.stdout.reconfigure(line_buffering=True)
print('between')
subprocess.run(['echo', 'child'])
sys.stdout.reconfigure(line_buffering=False, write_through=True)
print('written ', end='')
subprocess.run(['echo', 'through'])
# expect: before
# expect: child
# expect: between
# expect: child
# expect: written through
