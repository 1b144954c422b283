"""The opcodes of the register machine. Code of CPython is of another kind: its opcodes are not here."""

import _disassembler
from _opcode import stack_effect

__all__ = [
    'cmp_op',
    'stack_effect',
    'hascompare',
    'opname',
    'opmap',
    'HAVE_ARGUMENT',
    'EXTENDED_ARG',
    'hasarg',
    'hasconst',
    'hasname',
    'hasjump',
    'hasjrel',
    'hasjabs',
    'hasfree',
    'haslocal',
    'hasexc',
]

opname = [name for name, _ in _disassembler.opcodes]
opmap = {name: number for number, name in enumerate(opname)}

# No instruction is continued by another, and none is without operands.
HAVE_ARGUMENT = 0
EXTENDED_ARG = -1

cmp_op = ('<', '<=', '==', '!=', '>', '>=')


def _with(letters):
    return [opmap[name] for name, operands in _disassembler.opcodes if set(letters) & set(operands)]


hasarg = [opmap[name] for name, operands in _disassembler.opcodes if operands != '...']
hasconst = _with('ko')
hasname = _with('n')
hasjump = _with('j')
# Targets are absolute; hasjrel is, as in CPython, another name for all that jump.
hasjrel = hasjump
hasjabs = []
hasfree = [opmap[name] for name in ('LOAD_CELL', 'STORE_CELL', 'DELETE_CELL', 'LOAD_CLASS_CELL')]
haslocal = [opmap[name] for name in ('MOVE', 'CLEAR', 'CHECK_LOCAL')]
hasexc = []
hascompare = [opmap[name] for name in ('LT', 'LE', 'EQ', 'NE', 'GT', 'GE')]
