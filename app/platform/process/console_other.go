//go:build !windows

package process

// Console is the console of the program that started this one. On this system there is none.
type Console struct{ Attached bool }

// AttachConsole does nothing on this system, where a program has the terminal of the one that started it.
func AttachConsole() Console { return Console{} }

// IgnoreInterrupt does nothing on this system, where the shell decides which programs get Ctrl+C.
func IgnoreInterrupt() {}
