# The operator % of str.
print(ascii('%s'%1))  # expect: '1'
'%s%s'%(1,)  # expect error: TypeError: not enough arguments for format string
'%s'%(1,2)  # expect error: TypeError: not all arguments converted during string formatting
'%d'%'x'  # expect error: TypeError: %d format: a real number is required, not str
print(ascii('%d'%1.7))  # expect: '1'
print(ascii('%x'%255))  # expect: 'ff'
print(ascii('%X'%255))  # expect: 'FF'
print(ascii('%#x'%255))  # expect: '0xff'
print(ascii('%o'%8))  # expect: '10'
print(ascii('%e'%12345.678))  # expect: '1.234568e+04'
print(ascii('%g'%1e10))  # expect: '1e+10'
print(ascii('%G'%1e-10))  # expect: '1E-10'
print(ascii('%5.1f|'%3.14159))  # expect: '  3.1|'
print(ascii('%-8d|'%5))  # expect: '5       |'
print(ascii('%08.3f'%-3.14159))  # expect: '-003.142'
print(ascii('%+d'%5))  # expect: '+5'
print(ascii('%c'%65))  # expect: 'A'
print(ascii('%c'%'x'))  # expect: 'x'
'%c'%'xx'  # expect error: TypeError: %c requires int or char
'%c'%1.5  # expect error: TypeError: %c requires int or char
'%c'%-1  # expect error: OverflowError: %c arg not in range(0x110000)
print(ascii('%%'%()))  # expect: '%'
print(ascii('%(a)s'%{'a':1}))  # expect: '1'
'%(a)s'%{}  # expect error: KeyError: 'a'
'%(a)s'%5  # expect error: TypeError: format requires a mapping
print(ascii('%*d'%(5,42)))  # expect: '   42'
print(ascii('%.*f'%(2,3.14159)))  # expect: '3.14'
print(ascii('%-*d|'%(5,42)))  # expect: '42   |'
'%*d'%('a',1)  # expect error: TypeError: * wants int
'%z'%1  # expect error: ValueError: unsupported format character 'z' (0x7a) at index 1
'%'%()  # expect error: ValueError: incomplete format
'%b'%1  # expect error: ValueError: unsupported format character 'b' (0x62) at index 1
print(ascii('%r'%'x'))  # expect: "'x'"
print(ascii('%a'%'é'))  # expect: "'\\xe9'"
print(ascii('%.2s'%'abc'))  # expect: 'ab'
'%x'%1.5  # expect error: TypeError: %x format: an integer is required, not float
'%x'%'a'  # expect error: TypeError: %x format: an integer is required, not str
'%f'%'a'  # expect error: TypeError: must be real number, not str
print(ascii('%i'%2**70))  # expect: '1180591620717411303424'
print(ascii('%d'%True))  # expect: '1'
print(ascii('%s'%None))  # expect: 'None'
print(ascii('abc'%()))  # expect: 'abc'
'abc'%1  # expect error: TypeError: not all arguments converted during string formatting
print(ascii('abc'%{}))  # expect: 'abc'
print(ascii('abc'%[]))  # expect: 'abc'
print(ascii('%s'%[1,2]))  # expect: '[1, 2]'
print(ascii('%s'%{'a':1}))  # expect: "{'a': 1}"
print(ascii('%(a)5.2f'%{'a':2}))  # expect: ' 2.00'
'%s'%(())  # expect error: TypeError: not enough arguments for format string
print(ascii('%s'%((),)))  # expect: '()'
