# str.format and format() of str.
print(ascii(format('x','^7')))  # expect: '   x   '
print(ascii(format('x','*^7s')))  # expect: '***x***'
format('x','d')  # expect error: ValueError: Unknown format code 'd' for object of type 'str'
format('x','=5')  # expect error: ValueError: '=' alignment not allowed in string format specifier
format('x','+5')  # expect error: ValueError: Sign not allowed in string format specifier
print(ascii(format('abc','.2')))  # expect: 'ab'
format('x',5)  # expect error: TypeError: format() argument 2 must be str, not int
print(ascii('{}'.format(1)))  # expect: '1'
print(ascii('{0}{1}{0}'.format(1,2)))  # expect: '121'
'{}{}'.format(1)  # expect error: IndexError: Replacement index 1 out of range for positional args tuple
print(ascii('{a}'.format(a=5)))  # expect: '5'
'{a}'.format()  # expect error: KeyError: 'a'
print(ascii('{0.real}'.format(5)))  # expect: '5'
print(ascii('{0[1]}'.format([1,2])))  # expect: '2'
print(ascii('{0[a]}'.format({'a':3})))  # expect: '3'
print(ascii('{:>5}'.format(1)))  # expect: '    1'
print(ascii('{:{}}'.format(1,5)))  # expect: '    1'
print(ascii('{:{w}.{p}f}'.format(3.14159,w=8,p=2)))  # expect: '    3.14'
print(ascii('{!r}'.format('x')))  # expect: "'x'"
print(ascii('{!s}'.format('x')))  # expect: 'x'
print(ascii('{!a}'.format('é')))  # expect: "'\\xe9'"
'{!x}'.format(1)  # expect error: ValueError: Unknown conversion specifier x
'{'.format()  # expect error: ValueError: Single '{' encountered in format string
'}'.format()  # expect error: ValueError: Single '}' encountered in format string
print(ascii('{{}}'.format()))  # expect: '{}'
'{0'.format(1)  # expect error: ValueError: expected '}' before end of string
'{0!}'.format(1)  # expect error: ValueError: unmatched '{' in format spec
'{0!r'.format(1)  # expect error: ValueError: unmatched '{' in format spec
'{0!rx}'.format(1)  # expect error: ValueError: expected ':' after conversion specifier
'{}{0}'.format(1)  # expect error: ValueError: cannot switch from automatic field numbering to manual field specification
'{0}{}'.format(1)  # expect error: ValueError: cannot switch from manual field specification to automatic field numbering
'{0[}'.format(1)  # expect error: ValueError: expected '}' before end of string
'{0.}'.format(1)  # expect error: ValueError: Empty attribute in format string
'{0[]}'.format(1)  # expect error: ValueError: Empty attribute in format string
'{0[a]b}'.format({'a':1})  # expect error: ValueError: Only '.' or '[' may follow ']' in format field specifier
'{:{:{}}}'.format(1,2,3)  # expect error: ValueError: Max string recursion exceeded
'{a.b}'.format(a=1)  # expect error: AttributeError: 'int' object has no attribute 'b'
'{a{b}}'.format(a=1)  # expect error: ValueError: unexpected '{' in field name
'{:d}'.format('x')  # expect error: ValueError: Unknown format code 'd' for object of type 'str'
'{1}'.format(0)  # expect error: IndexError: Replacement index 1 out of range for positional args tuple
'{:x}'.format(3.5)  # expect error: ValueError: Unknown format code 'x' for object of type 'float'
print(ascii('{0:}'.format(3)))  # expect: '3'
'{99999999999999999999}'.format(1)  # expect error: ValueError: Too many decimal digits in format string
