async def fetch():
    raise TimeoutError('no answer')

async def main():
    return await fetch()

try:
    main().send(None)
except StopIteration:
    pass
