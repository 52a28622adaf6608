package copyas

// appendShellQuoted appends a value quoted for sh.
func appendShellQuoted(b []byte, value string) []byte {
	return append(appendEscaped(append(b, '\''), value, "'", `'\'`), '\'')
}
