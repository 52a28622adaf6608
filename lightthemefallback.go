package main

import (
	"os"
	"runtime"
)

// themeEnv is where the toolkit looks for light or dark before it asks the system.
const themeEnv = "FYNE_THEME"

// preferLight has the window be light, as the console is, where the system has no preference: the toolkit would be
// dark then. A desktop that has one tells the toolkit after the start, which goes before this.
func preferLight() {
	if os.Getenv(themeEnv) != "" || runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return
	}
	_ = os.Setenv(themeEnv, "light") // fails for impossible names only
}
