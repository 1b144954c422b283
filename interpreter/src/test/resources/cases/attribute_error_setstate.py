# the state that CPython gives AttributeError has args in it, which is no entry of its __dict__
import pickle

e = pickle.loads(
    b'\x80\x04\x95<\x00\x00\x00\x00\x00\x00\x00\x8c\x08builtins\x94\x8c\x0eAttributeError\x94\x93\x94\x8c\x01x\x94\x85\x94R\x94}\x94(\x8c\x04name\x94\x8c\x01n\x94\x8c\x04args\x94h\x04ub.'.replace(
        b'\x95<\x00\x00\x00\x00\x00\x00\x00', b''
    )
)
print(e.args, e.name, vars(e))
# expect: ('x',) n {}
