# A view holds its bytearray until Java collects it, and a reader cuts its buffer right after it has looked at it through one.
memoryview = bytes
