package display

// Tell shows a message without a window of the program, which is about to end. It does nothing if the user can read
// standard error. It takes a few seconds at most, but on Windows it waits until the user has closed the message.
func Tell(title, text string) {
	if !errorsAreRead() {
		tell(title, text)
	}
}
