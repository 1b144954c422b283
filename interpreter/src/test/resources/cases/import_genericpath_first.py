# genericpath as the first import of a process (as a state that stands in os.path.exists does): half imported os
import genericpath
import os

print(os.path.splitext('a.b'))
# expect: ('a', '.b')
