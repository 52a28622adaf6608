package display

import (
	"os"

	"golang.org/x/sys/windows"
)

// errorsAreRead reports whether there is a standard error. A GUI program has none unless its parent process gives it one.
func errorsAreRead() bool {
	_, err := os.Stderr.Stat()
	return err == nil
}

// tell shows a message box, and waits until the user has closed it.
func tell(title, text string) {
	caption, err := windows.UTF16PtrFromString(title)
	if err != nil {
		return
	}
	message, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	_, _ = windows.MessageBox(0, message, caption, windows.MB_OK|windows.MB_ICONERROR|windows.MB_SETFOREGROUND)
}
