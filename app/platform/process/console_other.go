//go:build !windows

package process

// AttachConsole does nothing here: a program has the terminal of the one that started it.
func AttachConsole() (attached bool) { return false }

// IgnoreInterrupt does nothing here: a shell says which of its programs Ctrl+C is for.
func IgnoreInterrupt() {}
