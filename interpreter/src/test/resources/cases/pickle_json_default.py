# A tasklet that was stopped inside the default= hook of json.dumps.
import json, pickle, stackless

channel = stackless.channel()
results = []


def fallback(thing):
    return channel.receive()


def work():
    text = json.dumps({'a': object(), 'b': [1, 2]}, default=fallback)
    results.append(text)


tasklet = stackless.tasklet(work)()
stackless.run()
saved = pickle.dumps((tasklet, channel, results))
tasklet.kill()
tasklet, channel, results = pickle.loads(saved)
channel.send('late')
stackless.run()
print(results)
# expect: ['{"a": "late", "b": [1, 2]}']
