package keys

// marks is what is being done to keys, by their ID.
type marks map[string]Operation

// changing reports whether any key is being changed on the server.
func (m marks) changing() bool {
	for _, op := range m {
		if op != OpReveal {
			return true
		}
	}
	return false
}

// locksOut tells whether nothing is let in once the operation was done to a key. own is the session's own key.
func locksOut(op Operation, id, own string) bool { return op != OpEnable && id == own }
