# /dev/null opened for update (dill does it while it is imported)
import io, os

for mode in ('r+b', 'w+b', 'r+'):
    f = open(os.devnull, mode)
    print(type(f).__name__, f.seekable(), f.read())
    f.close()
# expect: BufferedRandom True b''
# expect: BufferedRandom True b''
# expect: TextIOWrapper True
