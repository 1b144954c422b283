# What leads to a module is there with it: the packages around one whose import is under way, and the modules inside of a package, at any depth.
import sys
import stackless
import _picklejar_state


def in_import():
    import urllib.parse

    return urllib.parse.quote('a b')


def job():
    print(in_import())


t = stackless.tasklet(job)()
left = stackless.run(1)
while 'urllib.parse' not in sys.modules:
    left.insert()
    left = stackless.run(1)
left.insert()
assert sys.modules['urllib.parse'].__spec__._initializing

import xml.dom.minidom


def reader():
    stackless.schedule()
    print(xml.dom.minidom.parseString('<a/>').documentElement.tagName)


stackless.tasklet(reader)()
with open('state.json', 'w') as f:
    f.write(_picklejar_state.dumps(None, False))
# ==== fresh process
import stackless
import _picklejar_state

with open('state.json') as f:
    _picklejar_state.loads(f.read())
stackless.run()
# expect: a%20b
# expect: a
