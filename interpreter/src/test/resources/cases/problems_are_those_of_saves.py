# the list tries all tasklets in one pass; what it says of each is what a save of that one says, also behind others that cannot be pickled
with open('module_with_jobs.py', 'w') as f:
    f.write("""
jobs, files = [], [open('case.txt', 'w')]
def use():
    return len(files)
""")
import stackless, _picklejar_state as state, module_with_jobs

shared = {'many': list(range(1000))}
log = open('case.txt', 'w')
bad_list = [shared, log]


def good(data):
    stackless.channel().receive()


def holds(data, file):
    stackless.channel().receive()


def names_bad(data):
    stackless.channel().receive()
    log.write('x')


def names_list(data):
    stackless.channel().receive()
    bad_list.append(data)


def of_module(data):
    stackless.channel().receive()
    module_with_jobs.use()


a = stackless.tasklet(good)(shared)
b = stackless.tasklet(holds)(shared, log)
d = stackless.tasklet(good)(shared)
e = stackless.tasklet(names_bad)(shared)
f = stackless.tasklet(names_bad)(shared)
g = stackless.tasklet(names_list)(shared)
h = stackless.tasklet(of_module)(shared)
i = stackless.tasklet(of_module)(shared)
j = stackless.tasklet(good)(shared)
k = stackless.tasklet(good)(shared)
l = stackless.tasklet(good)(shared)
m = stackless.tasklet(good)(shared)
holder = [k, open('case.txt', 'w')]
module_with_jobs.jobs.append((m, log))
stackless.run()
for row in state.list_tasklets():
    try:
        state.make_state([row['name']], checked=False)
        problem = None
    except state.StateError as error:
        problem = str(error).removeprefix('nothing was saved: ')
    print(row['name'], row['problem'] == problem or (row['problem'], problem), problem and problem.split(':')[0])
# expect: a True None
# expect: b True tasklet 2, holds() line 20, local 'file'
# expect: d True None
# expect: e True global 'log'
# expect: f True global 'log'
# expect: g True global 'bad_list' (bad_list[1])
# expect: h True None
# expect: i True None
# expect: j True None
# expect: k True global 'holder' (holder[1])
# expect: l True None
# expect: m True None
