"""Codecs for Chinese, Japanese and Korean; a decoder in the middle of a character is saved."""
import codecs
import io

# Stateless codes.
print('漢字かな'.encode('shift_jis'), '漢字かな'.encode('euc_jp'))  # expect: b'\x8a\xbf\x8e\x9a\x82\xa9\x82\xc8' b'\xb4\xc1\xbb\xfa\xa4\xab\xa4\xca'
print(b'\xc4\xe3\xba\xc3'.decode('gb2312'), b'\xa7A\xa6n'.decode('big5'), b'\xb0\xa1'.decode('euc_kr'))  # expect: 你好 你好 가
print('\U0001f600€'.encode('gb18030'), b'\x949\xfc6'.decode('gb18030') == '\U0001f600')  # expect: b'\x949\xfc6\xa2\xe3' True
print('\uac02'.encode('euc_kr'), b'\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xa2'.decode('euc_kr') == '\uac02')  # expect: b'\xa4\xd4\xa4\xa1\xa4\xbf\xa4\xa2' True

# Codes with states.
print('aあa'.encode('iso2022_jp'), '가'.encode('iso2022_kr'), '你~'.encode('hz'))  # expect: b'a\x1b$B$"\x1b(Ba' b'\x1b$)C\x0e0!\x0f' b'~{Dc~}~~'

# Errors.
b'\x82'.decode('shift_jis')  # expect error: UnicodeDecodeError: 'shift_jis' codec can't decode byte 0x82 in position 0: incomplete multibyte sequence
b'\x80a'.decode('euc_jp')  # expect error: UnicodeDecodeError: 'euc_jp' codec can't decode byte 0x80 in position 0: illegal multibyte sequence
'a가'.encode('shift_jis')  # expect error: UnicodeEncodeError: 'shift_jis' codec can't encode character '\uac00' in position 1: illegal multibyte sequence
print('a가b'.encode('shift_jis', 'xmlcharrefreplace'), 'a가b'.encode('shift_jis', 'replace'))  # expect: b'a&#44032;b' b'a?b'
print(b'\x82\x00a'.decode('shift_jis', 'replace') == '\ufffd\x00a')  # expect: True
codecs.register_error('east', lambda e: ('<あ>', e.end))
print('a가b'.encode('shift_jis', 'east'))  # expect: b'a<\x82\xa0>b'

# In the middle of a character.
d = codecs.getincrementaldecoder('shift_jis')()
print(repr(d.decode(b'\x82')), d.getstate())  # expect: '' (b'\x82', 0)
print(d.decode(b'\xa0'), d.getstate())  # expect: あ (b'', 0)
d = codecs.getincrementaldecoder('iso2022_jp')()
print(repr(d.decode(b'\x1b$B$')), d.getstate())  # expect: '' (b'$', 4342466)
print(d.decode(b'"'))  # expect: あ
e = codecs.getincrementalencoder('iso2022_jp')()
print(e.encode('あ'), e.encode('い'), e.encode('', True))  # expect: b'\x1b$B$"' b'$$' b'\x1b(B'
r = codecs.getreader('euc_jp')(io.BytesIO('あい\nう'.encode('euc_jp')))
print([r.read(1), r.readline(), r.read()])  # expect: ['あ', 'い\n', 'う']
w = codecs.getwriter('iso2022_jp')(io.BytesIO())
w.write('あ')
w.reset()
print(w.stream.getvalue())  # expect: b'\x1b$B$"\x1b(B'
