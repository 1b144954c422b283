"""Shows the instructions of the register machine.

An instruction is written as its name, the register it sets, '=' and its operands. Registers are shown by the name of their
variable, temporaries as %n; a temporary is read and set many times.
"""

import collections
import io
import sys
import types

import _disassembler
from opcode import *
from opcode import __all__ as _opcodes_all

__all__ = [
    'code_info',
    'dis',
    'disassemble',
    'distb',
    'disco',
    'findlinestarts',
    'findlabels',
    'show_code',
    'get_instructions',
    'Instruction',
    'Bytecode',
] + _opcodes_all

COMPILER_FLAG_NAMES = {
    1: 'OPTIMIZED',
    2: 'NEWLOCALS',
    4: 'VARARGS',
    8: 'VARKEYWORDS',
    16: 'NESTED',
    32: 'GENERATOR',
    64: 'NOFREE',
    128: 'COROUTINE',
    256: 'ITERABLE_COROUTINE',
    512: 'ASYNC_GENERATOR',
    0x4000000: 'HAS_DOCSTRING',
    0x8000000: 'METHOD',
}

Positions = collections.namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=(None,) * 4)
Positions.__module__ = __name__

_Instruction = collections.namedtuple(
    '_Instruction',
    'opname opcode arg argval argrepr offset start_offset starts_line line_number label positions cache_info dst a b jump_target is_jump_target',
    defaults=(None, None, -1, -1, -1, None, False),
)


class Instruction(_Instruction):
    """One instruction.

    opname, opcode: its name and number; dst, a, b: its operands as numbers.
    arg, argval, argrepr: the operand that is a name, constant or target, as number, value and text; argrepr tells of all operands.
    offset: its index in the code, as f_lasti counts; start_offset is the same. jump_target: the offset it may jump to, or None.
    starts_line, line_number, positions: where it comes from. label, is_jump_target: the number of its label, if something jumps here.
    """

    __slots__ = ()
    _OPNAME_WIDTH = 22

    @property
    def oparg(self):
        return self.arg

    @property
    def baseopcode(self):
        return self.opcode

    @property
    def baseopname(self):
        return self.opname

    @property
    def cache_offset(self):
        return self.offset + _disassembler.width

    end_offset = cache_offset

    def __str__(self):
        return f'{self.opname:<{self._OPNAME_WIDTH}}{self.argrepr}'.rstrip()


def pretty_flags(flags):
    """The names of a code object's flags, as text."""
    names = [name for bit, name in COMPILER_FLAG_NAMES.items() if flags & bit]
    rest = flags & ~sum(bit for bit in COMPILER_FLAG_NAMES)
    return ', '.join(names + [hex(rest)] * bool(rest or not names))


def _get_code_object(x):
    for attribute in '__func__', '__code__', 'gi_code', 'ag_code', 'cr_code':
        x = getattr(x, attribute, x)
    if isinstance(x, str):
        x = _compile(x, '<disassembly>')
    if hasattr(x, 'co_code'):
        return x
    raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def _compile(source, name):
    try:
        return compile(source, name, 'eval')
    except SyntaxError:
        return compile(source, name, 'exec')


class _Operands:
    """The text of operands of one code object."""

    def __init__(self, code, labels):
        self.constants, self.names, self.labels = code.co_consts, code.co_names, labels
        self.registers = code.co_varnames + code.co_cellvars + code.co_freevars

    def register(self, number):
        return self.registers[number] if number < len(self.registers) else f'%{number}'

    def value(self, kind, number):
        """The Python value of an operand: name, constant, target; None for temporaries and what is unused."""
        if kind == 'k' or kind == 'o' and number < 0:
            return self.constants[number if kind == 'k' else ~number]
        if kind == 'n':
            return self.names[number]
        if kind == 'j' or kind == '#':
            return number
        if kind == 's':
            return _disassembler.special_methods[number]
        if kind in 'ro' and 0 <= number < len(self.registers):
            return self.registers[number]
        return None

    def text(self, kind, number):
        if kind == 'o' and number < 0 or kind == 'k':
            return repr(self.value(kind, number))
        if kind in 'ro=':
            return self.register(number) if number >= 0 else '-'
        if kind == 'j':
            return f'to L{self.labels[number]}'
        if kind == 'c':
            return '!' + chr(number)
        if kind == 'w':
            return f'{number & 0xFFFF} {self.constants[number >> 16]!r}'
        return str(self.value(kind, number))

    def line(self, kinds, dst, a, b):
        sources = [self.text(kind, number) for kind, number in zip(kinds[1:], (a, b)) if kind != '.']
        if kinds[0] == '=':
            return (
                ' '.join([self.text('=', dst), '=', ', '.join(sources)]).rstrip(' =')
                if not sources
                else f'{self.text("=", dst)} = {", ".join(sources)}'
            )
        return ', '.join([self.text(kinds[0], dst)] * (kinds[0] != '.') + sources)


def _labels(instructions, handlers):
    targets = {i[5] for i in instructions if i[5] >= 0} | {h[2] for h in handlers}
    targets |= {offset for h in handlers for offset in h[:2]}
    return {offset: number for number, offset in enumerate(sorted(targets), 1)}


def get_instructions(x, *, first_line=None, show_caches=None, adaptive=False):
    """Iterates over the Instructions of a function, method, generator, code object or source text.

    first_line: the line number to give to the first line of the code.
    """
    code = _get_code_object(x)
    shift = 0 if first_line is None else first_line - code.co_firstlineno
    instructions = _disassembler.instructions(code)
    labels = _labels(instructions, _disassembler.handlers(code))
    return _make_instructions(_Operands(code, labels), instructions, labels, shift)


def _make_instructions(operands, instructions, labels, shift):
    last = None
    for offset, op, dst, a, b, target, line, end_line, column, end_column in instructions:
        name, kinds = _disassembler.opcodes[op]
        # What a reader looks for first: name, constant or target; then a register.
        given = [
            (kind, number)
            for wanted in ('nkj', 's#', 'ro')
            for kind, number in zip(kinds[1:], (a, b))
            if kind in wanted
        ]
        kind, number = given[0] if given else ('.', None)
        yield Instruction(
            name,
            op,
            number,
            operands.value(kind, number) if given else None,
            operands.line(kinds, dst, a, b),
            offset,
            offset,
            line != last,
            line + shift,
            labels.get(offset),
            Positions(line + shift, end_line + shift, column, end_column),
            None,
            dst,
            a,
            b,
            target if target >= 0 else None,
            offset in labels,
        )
        last = line


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False, show_offsets=False):
    """Prints the instructions of a code object; lasti is the offset of the instruction to mark with -->."""
    _print(co, lasti, file, show_offsets)


disco = disassemble


def _print(co, lasti=-1, file=None, show_offsets=False, first_line=None):
    instructions = list(get_instructions(co, first_line=first_line))
    handlers = _disassembler.handlers(co)
    labels = {i.offset: i.label for i in instructions if i.label}
    line_width = max([len(str(i.line_number)) for i in instructions] + [3])
    label_width = max(len(f'L{n}:') for n in labels.values()) if labels else 0
    offset_width = len(str(instructions[-1].offset)) if show_offsets and instructions else 0
    for i in instructions:
        if i.starts_line and i.offset:
            print(file=file)
        line = str(i.line_number) if i.starts_line else ''
        label = f'L{i.label}:' if i.label else ''
        offset = f'{i.offset:>{offset_width}} ' if show_offsets else ''
        mark = '-->' if i.offset == lasti else '   '
        print(f'{line:>{line_width}} {mark} {label:<{label_width}} {offset}{i}'.rstrip(), file=file)
    if handlers:
        operands = _Operands(co, labels)
        print('ExceptionTable:', file=file)
        for start, stop, target, register in handlers:
            last = f'L{labels[stop]}' if stop in labels else 'end'
            print(f'  L{labels[start]} to {last} -> L{labels[target]} {operands.register(register)}', file=file)


def _nested(co, depth, **options):
    """Prints code and, after it, the code objects among its constants."""
    _print(co, **options)
    if depth is None or depth > 0:
        for constant in co.co_consts:
            if hasattr(constant, 'co_code'):
                print(file=options.get('file'))
                print(f'Disassembly of {constant!r}:', file=options.get('file'))
                _nested(constant, None if depth is None else depth - 1, **options)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False):
    """Prints the instructions of a function, method, class, module, generator, code object or source text.

    Without x, of where the last exception was raised. depth limits how deep nested code objects are shown.
    """
    if x is None:
        distb(file=file, show_offsets=show_offsets)
        return
    if not isinstance(x, str):
        for attribute in '__func__', '__code__', 'gi_code', 'ag_code', 'cr_code':
            x = getattr(x, attribute, x)
    if isinstance(x, str):
        _nested(_compile(x, '<dis>'), depth, file=file, show_offsets=show_offsets)
    elif hasattr(x, 'co_code'):
        _nested(x, depth, file=file, show_offsets=show_offsets)
    elif hasattr(x, '__dict__'):
        for name, member in sorted(x.__dict__.items()):
            if isinstance(
                member, (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)
            ):
                print(f'Disassembly of {name}:', file=file)
                try:
                    dis(member, file=file, depth=depth, show_offsets=show_offsets)
                except TypeError as message:
                    print('Sorry:', message, file=file)
                print(file=file)
    else:
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")


def distb(tb=None, *, file=None, show_caches=False, adaptive=False, show_offsets=False):
    """Prints the instructions where an exception was raised; without tb, the last one that was not caught."""
    if tb is None:
        if hasattr(sys, 'last_exc'):
            tb = sys.last_exc.__traceback__
        else:
            tb = getattr(sys, 'last_traceback', None)
        if tb is None:
            raise RuntimeError('no last traceback to disassemble')
    while tb.tb_next:
        tb = tb.tb_next
    _print(tb.tb_frame.f_code, tb.tb_lasti, file, show_offsets)


def code_info(x):
    """What a code object holds, as text."""
    co = _get_code_object(x)
    lines = [
        f'Name:              {co.co_name}',
        f'Filename:          {co.co_filename}',
        f'Argument count:    {co.co_argcount}',
        f'Positional-only arguments: {co.co_posonlyargcount}',
        f'Kw-only arguments: {co.co_kwonlyargcount}',
        f'Number of locals:  {co.co_nlocals}',
        f'Registers:         {co.co_stacksize}',
        f'Flags:             {pretty_flags(co.co_flags)}',
    ]
    for title, values in (
        ('Constants', map(repr, co.co_consts)),
        ('Names', co.co_names),
        ('Variable names', co.co_varnames),
        ('Free variables', co.co_freevars),
        ('Cell variables', co.co_cellvars),
    ):
        values = list(values)
        if values:
            lines.append(title + ':')
            lines += [f'{number:>4}: {value}' for number, value in enumerate(values)]
    return '\n'.join(lines)


def show_code(co, *, file=None):
    """Prints code_info(co)."""
    print(code_info(co), file=file)


def findlabels(code):
    """The offsets that something jumps to; code is a code object's co_code."""
    width, size = _disassembler.width, 4
    jumps = set(hasjump)
    labels = []
    for at in range(0, len(code), width * size):
        op, target = (int.from_bytes(code[i : i + size], 'little', signed=True) for i in (at, at + (width - 1) * size))
        if op in jumps and target not in labels:
            labels.append(target)
    return labels


def findlinestarts(code):
    """Iterates over pairs (offset, line) where a line begins."""
    last = False
    for start, _, line in code.co_lines():
        if line is not last:
            last = line
            yield start, line


def _find_imports(co):
    """The imports in code, as tuples (level, names, module); for modulefinder."""
    before = {}
    for i in get_instructions(co):
        if i.opname == 'IMPORT_NAME':
            yield before.get(i.a), before.get(i.a + 1), i.argval
        if i.opname == 'LOAD_CONST':
            before[i.dst] = i.argval
        else:
            before.pop(i.dst, None)


def _find_store_names(co):
    """The names that code stores in globals or a namespace; for modulefinder."""
    for i in get_instructions(co):
        if i.opname in ('STORE_NAME', 'STORE_GLOBAL'):
            yield i.argval


class Bytecode:
    """The instructions of a function, code object or source text: iterable; info() and dis() give text."""

    def __init__(
        self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False, show_offsets=False
    ):
        self.codeobj = _get_code_object(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self.current_offset = current_offset
        self.show_offsets = show_offsets
        self._original_object = x

    def __iter__(self):
        return get_instructions(self.codeobj, first_line=self.first_line)

    def __repr__(self):
        return f'{type(self).__name__}({self._original_object!r})'

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """Of the innermost frame of a traceback, with the instruction that raised as the current one."""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti)

    def info(self):
        return code_info(self.codeobj)

    def dis(self):
        out = io.StringIO()
        _print(
            self.codeobj,
            -1 if self.current_offset is None else self.current_offset,
            out,
            self.show_offsets,
            self.first_line,
        )
        return out.getvalue()


def main(args=None):
    """The command `python -m dis FILE`."""
    import argparse

    parser = argparse.ArgumentParser(prog='dis')
    parser.add_argument('-O', '--show-offsets', action='store_true', help='show the offsets of instructions')
    parser.add_argument('infile', nargs='?', default='-', help='a Python file; standard input without one')
    given = parser.parse_args(args)
    name = '<stdin>' if given.infile == '-' else given.infile
    if given.infile == '-':
        source = sys.stdin.buffer.read()
    else:
        with open(given.infile, 'rb') as f:
            source = f.read()
    dis(compile(source, name, 'exec'), show_offsets=given.show_offsets)


if __name__ == '__main__':
    main()
