"""What heapq has in C."""

import heapq
import sys

from picklejar import accelerate

accelerate(
    sys.modules[__name__],
    heapq,
    'heapify heappop heappush heappushpop heapreplace _heapify_max _heappop_max _heapreplace_max',
    '_siftdown _siftdown_max _siftup _siftup_max',
)
del accelerate, heapq, sys
