// Package basedirs sets right the directories that the environment names.
package basedirs

import (
	"os"
	"path/filepath"
	"runtime"

	"accesskeys/app/store"
)

// IgnoreRelativeDirs takes the base directories that are not absolute out of the environment, as the XDG base
// directory specification asks for. The toolkit reads them too.
func IgnoreRelativeDirs() {
	for _, name := range []string{"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"} {
		if dir, set := os.LookupEnv(name); set && !filepath.IsAbs(dir) {
			_ = os.Unsetenv(name) // fails for a name that cannot be one only
		}
	}
}

// noDir is where nothing can be, and nothing can be made.
var noDir = filepath.Join(os.DevNull, "none")

// KeepToolkitFromWriting has the toolkit and the graphics drivers write no files of their own, where there is no
// directory for them. Without HOME, the toolkit writes to the current directory.
func KeepToolkitFromWriting() {
	for name, value := range map[string]string{
		"XDG_CONFIG_HOME": noDir, "XDG_CACHE_HOME": noDir, "MESA_SHADER_CACHE_DISABLE": "true",
	} {
		_ = os.Setenv(name, value)
	}
}

// PrepareCacheDir makes the user's cache directory, which the toolkit expects to be there. Where it cannot be written
// to, the graphics drivers do without, and do not complain.
func PrepareCacheDir() {
	dir, err := os.UserCacheDir()
	if err == nil {
		err = os.MkdirAll(dir, 0o700)
	}
	if err == nil {
		err = store.Writable(dir)
	}
	if err != nil {
		_ = os.Setenv("MESA_SHADER_CACHE_DISABLE", "true")
	}
}

// OfToolkit returns the directories that the toolkit keeps files in for the program of an ID.
func OfToolkit(id string) []string {
	var dirs []string
	if config, err := toolkitConfig(); err == nil {
		dirs = append(dirs, filepath.Join(config, "fyne", id))
	}
	if cache, err := os.UserCacheDir(); err == nil {
		dirs = append(dirs, filepath.Join(cache, "fyne", id))
	}
	return dirs
}

// toolkitConfig is the user's configuration directory as the toolkit has it.
func toolkitConfig() (string, error) {
	if runtime.GOOS != "darwin" && runtime.GOOS != "windows" {
		return os.UserConfigDir()
	}
	home, err := os.UserHomeDir()
	if runtime.GOOS == "darwin" {
		return filepath.Join(home, "Library", "Preferences"), err
	}
	return filepath.Join(home, "AppData", "Roaming"), err
}
