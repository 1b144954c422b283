"""The tokenizer behind module tokenize."""

import _ast_bridge
import token as _token


class TokenizerIter:
    """Tuples (type, string, start, end, line) of the lines that readline gives."""

    def __init__(self, readline, *, encoding=None, extra_tokens=False):
        if not callable(readline):
            raise TypeError(f"'{type(readline).__name__}' object is not callable")
        self._readline = readline
        self._encoding = encoding
        self._extra = extra_tokens
        self._tokens = None

    def __iter__(self):
        return self

    def __next__(self):
        if self._tokens is None:
            self._tokens = self._all(self._read())
        return next(self._tokens)

    def _read(self):
        lines = []
        while True:
            try:
                line = self._readline()
            except StopIteration:
                break
            if not line:
                break
            if self._encoding is not None:
                if not isinstance(line, bytes):
                    raise TypeError('readline() returned a non-bytes object')
                line = line.decode('utf-8' if self._encoding == 'utf-8-sig' else self._encoding)
            elif not isinstance(line, str):
                raise TypeError('readline() returned a non-string object')
            lines.append(line)
        return ''.join(lines)

    def _all(self, text):
        # Lines as the tokenizer counts them: it has made \r\n and \r to \n.
        normal = text.replace('\r\n', '\n').replace('\r', '\n')
        lines = normal.split('\n')
        lines = [line + '\n' for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
        found, error = _ast_bridge.tokens(text, '<string>')
        kinds = vars(_token)
        for kind, string, start, end in found:
            if kind in ('COMMENT', 'NL') and not self._extra:
                continue
            number = kinds[kind]
            if kind == 'OP' and not self._extra:
                number = _token.EXACT_TOKEN_TYPES.get(string, number)
            if kind == 'ENDMARKER' or start[0] > len(lines):
                line = ''
            elif start[0] == end[0]:
                line = lines[start[0] - 1]
            else:
                line = ''.join(lines[start[0] - 1 : end[0]])
            if not self._extra and kind in ('NEWLINE', 'ENDMARKER', 'DEDENT'):
                string = ''
            yield number, string, start, end, line
        if error is not None:
            if type(error) is SyntaxError and error.msg.endswith('was never closed'):
                error = SyntaxError(
                    'unexpected EOF in multi-line statement', ('<string>', len(lines), 0, '', len(lines), 0)
                )
            raise error
