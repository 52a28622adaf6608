package copyas

// appendShell appends what sets the variables in a shell. The blank keeps a pasted line out of the history of shells
// that are set up so.
func (s Source) appendShell(b []byte) []byte { return s.appendLines(b, " export ", "=", appendShell) }

// appendShell appends a value quoted for sh.
func appendShell(b []byte, value string) []byte {
	return append(appendEscaped(append(b, '\''), value, "'", `'\'`), '\'')
}
