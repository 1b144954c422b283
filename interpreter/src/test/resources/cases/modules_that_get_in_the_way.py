# what a program's modules hold does not get in the way of a save, whatever their classes and metaclasses answer
MODULE = """
class Evil:
    def __getattribute__(self, n): raise ZeroDivisionError(n)
class EvilClass:
    @property
    def __class__(self): raise ZeroDivisionError('class')
class Meta(type):
    def __getattribute__(cls, n): raise ZeroDivisionError('meta ' + n)
class M2(metaclass=Meta): pass
class Meta3(type):
    def __eq__(cls, o): raise ZeroDivisionError('eq')
    def __hash__(cls): raise ZeroDivisionError('hash')
    __dict__ = property(lambda c: 1/0)
    __mro__ = property(lambda c: 1/0)
    def __instancecheck__(cls, o): raise ZeroDivisionError('instance')
class M3(metaclass=Meta3): x = [1]
class Eq:
    def __eq__(self, o): raise ZeroDivisionError('eq')
    def __hash__(self): raise ZeroDivisionError('h')
    def __len__(self): raise ZeroDivisionError('len')
    def __bool__(self): raise ZeroDivisionError('bool')
e1, e2, m2, m3, eq = Evil(), EvilClass(), M2(), M3(), Eq()
good = [1]
class Holder:
    a, b, c, d = e1, e2, m2, eq
    k = M2
def f(x=e1, y=e2, z=eq): pass
def g():
    h, i, j = Evil(), EvilClass(), M2()
    def k(): return h, i, j
    return k
k = g()
t = (e1, [e2])
"""
with open('gets_in_the_way.py', 'w') as f:
    f.write(MODULE)
import stackless, gets_in_the_way as g, _picklejar_state as state

c = stackless.channel()


def main():
    g.good.append(2)
    c.receive()
    print(g.good, type(g.e1) is g.Evil, g.t[0] is g.e1)


t = stackless.tasklet(main)()
stackless.run()
problems = [row['problem'] for row in state.list_tasklets()]
state.save('case.state')
# ==== fresh process
import stackless, _picklejar_state as state

state.load(state.read('case.state'))
c.send(None)
stackless.run()
print(*state.read('case.state')[0]['manifest']['left_out'])
# expect: [1, 2] True True
# expect: gets_in_the_way.Holder.c gets_in_the_way.k.j gets_in_the_way.m2 gets_in_the_way.m3
