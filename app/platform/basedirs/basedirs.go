// Package basedirs corrects the base directories that the environment sets, before the toolkit reads them.
package basedirs

import (
	"os"
	"path/filepath"
	"runtime"

	"accesskeys/app/store"
)

// IgnoreRelativeDirs removes base directories that are not absolute from the environment. The XDG base directory
// specification says to ignore them, but the toolkit does not.
func IgnoreRelativeDirs() {
	for _, name := range []string{"XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"} {
		if dir, set := os.LookupEnv(name); set && !filepath.IsAbs(dir) {
			_ = os.Unsetenv(name) // fails only for an invalid name
		}
	}
}

// noDir is a path at which there is no directory and none can be created.
var noDir = filepath.Join(os.DevNull, "none")

// KeepToolkitFromWriting keeps the toolkit and the graphics drivers from writing files. It is for a system without a home
// directory, where the toolkit would write to the current directory.
func KeepToolkitFromWriting() {
	for name, value := range map[string]string{
		"XDG_CONFIG_HOME": noDir, "XDG_CACHE_HOME": noDir, "MESA_SHADER_CACHE_DISABLE": "true",
	} {
		_ = os.Setenv(name, value)
	}
}

// PrepareCacheDir creates the user's cache directory, which the toolkit expects to exist. If it cannot be written to,
// PrepareCacheDir turns off the cache of the graphics drivers, which would otherwise print warnings.
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

// OfToolkit returns the directories in which the toolkit stores files for the program with the given ID.
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

// toolkitConfig returns the user's configuration directory that the toolkit uses.
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
