# unicodedata.ucd_3_2_0: stringprep and encodings.idna need it (requests, flask, werkzeug cannot be imported)
import stringprep, unicodedata

print(unicodedata.ucd_3_2_0.unidata_version, 'bücher.de'.encode('idna'), b'xn--bcher-kva.de'.decode('idna'))
# expect: 3.2.0 b'xn--bcher-kva.de' bücher.de
