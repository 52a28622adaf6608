package display

// Tell shows a message by what the system has for that, for a program that is about to end and has no window. It does
// nothing where the user reads standard error. It takes a few seconds at most, but on Windows until the user has
// closed the message.
func Tell(title, text string) {
	if !errorsAreRead() {
		tell(title, text)
	}
}
