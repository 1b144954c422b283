# the error names the global, but not where in it the file is, nor which tasklet needs it
import stackless, _picklejar_state as state

c = stackless.channel()


class Holder:
    pass


holder = Holder()
holder.deep = {'key': [open('case.txt', 'w')]}


def job():
    c.receive()
    holder.deep['key'][0].write('x')


t = stackless.tasklet(job)()
stackless.run()
try:
    state.save('case.state')
except Exception as e:
    print("holder.deep['key'][0]" in str(e), 'job' in str(e))
# expect: True True
# the list says beforehand what the save says
print({row['name']: "holder.deep['key'][0]" in row['problem'] for row in state.list_tasklets()})
# expect: {'t': True}
del holder.deep['key'][0]
print([row['problem'] for row in state.list_tasklets()])
# expect: [None]
