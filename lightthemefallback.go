package main

import (
	"os"
	"runtime"
)

// themeEnv is the environment variable in which the toolkit looks for light or dark before it asks the system.
const themeEnv = "FYNE_THEME"

// preferLight makes the light theme the default where the system states no preference. The web console is light, but
// the toolkit's own default is dark. A desktop with a preference tells the toolkit after the start, which overrides this.
func preferLight() {
	if os.Getenv(themeEnv) != "" || runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return
	}
	_ = os.Setenv(themeEnv, "light") // fails for impossible names only
}
