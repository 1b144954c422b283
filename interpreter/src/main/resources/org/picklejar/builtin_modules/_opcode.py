"""What the library asks about opcodes of CPython. Ours are in modules opcode and dis."""

import _disassembler

ENABLE_SPECIALIZATION = True


def stack_effect(opcode, oparg=None, /, *, jump=None):
    """Compute the stack effect of the opcode: none, since instructions use registers."""
    if jump not in (None, True, False):
        raise ValueError('stack_effect: jump must be False, True or None')
    if not is_valid(opcode):
        raise ValueError('invalid opcode or oparg')
    return 0


def is_valid(opcode):
    """Return True if opcode is valid, False otherwise."""
    return 0 <= opcode < len(_disassembler.opcodes)


def _false(opcode):
    return False


has_arg = has_const = has_name = has_jump = has_free = has_local = has_exc = _false


def get_nb_ops():
    return [
        ('NB_ADD', '+'),
        ('NB_AND', '&'),
        ('NB_FLOOR_DIVIDE', '//'),
        ('NB_LSHIFT', '<<'),
        ('NB_MATRIX_MULTIPLY', '@'),
        ('NB_MULTIPLY', '*'),
        ('NB_REMAINDER', '%'),
        ('NB_OR', '|'),
        ('NB_POWER', '**'),
        ('NB_RSHIFT', '>>'),
        ('NB_SUBTRACT', '-'),
        ('NB_TRUE_DIVIDE', '/'),
        ('NB_XOR', '^'),
        ('NB_INPLACE_ADD', '+='),
        ('NB_INPLACE_AND', '&='),
        ('NB_INPLACE_FLOOR_DIVIDE', '//='),
        ('NB_INPLACE_LSHIFT', '<<='),
        ('NB_INPLACE_MATRIX_MULTIPLY', '@='),
        ('NB_INPLACE_MULTIPLY', '*='),
        ('NB_INPLACE_REMAINDER', '%='),
        ('NB_INPLACE_OR', '|='),
        ('NB_INPLACE_POWER', '**='),
        ('NB_INPLACE_RSHIFT', '>>='),
        ('NB_INPLACE_SUBTRACT', '-='),
        ('NB_INPLACE_TRUE_DIVIDE', '/='),
        ('NB_INPLACE_XOR', '^='),
    ]


def get_intrinsic1_descs():
    return [
        'INTRINSIC_1_INVALID',
        'INTRINSIC_PRINT',
        'INTRINSIC_IMPORT_STAR',
        'INTRINSIC_STOPITERATION_ERROR',
        'INTRINSIC_ASYNC_GEN_WRAP',
        'INTRINSIC_UNARY_POSITIVE',
        'INTRINSIC_LIST_TO_TUPLE',
        'INTRINSIC_TYPEVAR',
        'INTRINSIC_PARAMSPEC',
        'INTRINSIC_TYPEVARTUPLE',
        'INTRINSIC_SUBSCRIPT_GENERIC',
        'INTRINSIC_TYPEALIAS',
    ]


def get_intrinsic2_descs():
    return [
        'INTRINSIC_2_INVALID',
        'INTRINSIC_PREP_RERAISE_STAR',
        'INTRINSIC_TYPEVAR_WITH_BOUND',
        'INTRINSIC_TYPEVAR_WITH_CONSTRAINTS',
        'INTRINSIC_SET_FUNCTION_TYPE_PARAMS',
        'INTRINSIC_SET_TYPEPARAM_DEFAULT',
    ]


def get_executor(*, code, offset):
    raise ValueError('no executor exists at address')


def get_specialization_stats():
    return None
