# a tasklet in os.walk, beside iterators and entries of directories that it holds, goes on with what it has not seen
import os, stackless, _picklejar_state as state

for d in ('top/a/x', 'top/b', 'top/c'):
    os.makedirs(d)
for f in ('top/one', 'top/a/two', 'top/a/x/three'):
    open(f, 'w').close()
c = stackless.channel()
out = []


def job():
    scan = os.scandir('top')
    seen = [next(scan)]
    entry = seen[0]
    was_a_directory = entry.is_dir()
    for root, directories, files in os.walk('top'):
        directories.sort()
        out.append((root, directories, files))
        c.receive()
    seen += scan
    out.append(sorted(e.path for e in seen))
    out.append((entry.is_dir() == was_a_directory, entry.name == os.path.basename(entry), list(scan)))


t = stackless.tasklet(job)()
stackless.run()
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state

state.load(state.read('case.state'))
c.send(None)
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state

state.load(state.read('case.state'))
while t.blocked:
    c.send(None)
for line in out:
    print(*line)
# expect: top ['a', 'b', 'c'] ['one']
# expect: top/a ['x'] ['two']
# expect: top/a/x [] ['three']
# expect: top/b [] []
# expect: top/c [] []
# expect: top/a top/b top/c top/one
# expect: True True []
