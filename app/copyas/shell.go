package copyas

// appendShell appends the lines that set the variables in a shell. Each begins with a blank, which keeps it out of the
// history of a shell that is configured so.
func (s Source) appendShell(b []byte) []byte {
	return s.appendLines(b, " export ", "=", appendShellQuoted)
}
