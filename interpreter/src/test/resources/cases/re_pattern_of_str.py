# re.Pattern[str] and re.Match[str] in annotations: Java's NullPointerException (traitlets, and so ipywidgets, cannot be imported)
import re, types


class A:
    pattern: re.Pattern[str] | None = None


print(re.Pattern[str], re.Match[bytes], isinstance(re.Pattern[str], types.GenericAlias))
# expect: re.Pattern[str] re.Match[bytes] True
