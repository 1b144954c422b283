"""What bisect has in C."""

import bisect
import sys

from picklejar import accelerate

accelerate(sys.modules[__name__], bisect, 'bisect_left bisect_right insort_left insort_right')
del accelerate, bisect, sys
