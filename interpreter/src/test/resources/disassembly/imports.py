import os.path as p
from math import pi, tau
from json import *
