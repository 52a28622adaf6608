//go:build !windows

package process

// Console is the console of the program that started this one. Here, there is nothing to attach.
type Console struct{ Attached bool }

// AttachConsole does nothing here: a program has the terminal of the one that started it.
func AttachConsole() Console { return Console{} }

// IgnoreInterrupt does nothing here: a shell says which of its programs Ctrl+C is for.
func IgnoreInterrupt() {}
