# globals go along whatever they are called: only what a module has by itself, and what a kernel has put there, is that of the fresh process
import functools, stackless, _picklejar_state as state

__version__ = '1.2'
__config = {'a': []}
_ = str.upper
exit = functools.partial(print, 'exit')
In = [1, 2]
hidden = 3
channel = stackless.channel()


def work():
    import __main__

    channel.receive()
    print(__version__, __config, _('x'), In, __main__.hidden, __name__)
    exit(0)


stackless.tasklet(work)()
stackless.run()
state.save('case.state')
# ==== fresh process
import _picklejar_state as state

state.load(state.read('case.state'))
channel.send(None)
# expect: 1.2 {'a': []} X [1, 2] 3 __main__
# expect: exit 0
