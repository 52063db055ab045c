// A view of a string's units is printed as the string.
print("abc".utf8, "ab".utf16, "añ".unicodeScalars)
