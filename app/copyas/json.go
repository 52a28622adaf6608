package copyas

func (s Source) appendJSON(b []byte) []byte {
	before := "{\n  "
	for _, v := range s.variables() {
		b = appendJSON(append(b, before...), v.name)
		b = appendJSON(append(b, ": "...), v.value)
		before = ",\n  "
	}
	return append(b, "\n}\n"...)
}

// appendJSON appends a value quoted for JSON. Printable text has only quotes and backslashes to escape.
func appendJSON(b []byte, value string) []byte {
	return append(appendEscaped(append(b, '"'), value, `"\`, `\`), '"')
}
