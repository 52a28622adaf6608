//go:build wine

package windows

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const uninstallKey = `HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\io.github.access_keys.AccessKeys`

// appPathKey is where start finds the program on Windows. Wine 8 does not look there.
const appPathKey = `HKCU\Software\Microsoft\Windows\CurrentVersion\App Paths\access-keys.exe`

// installed are the files of the installed program.
var installed = []string{"LICENSE.txt", "access-keys.exe", "licences.txt", "uninstall.exe"}

// TestInstaller installs, starts, upgrades and removes the program as a user does, silently.
func TestInstaller(t *testing.T) {
	older, newer := packaged(t, "1.0.0"), packaged(t, "2.0.0")
	forgetEverything(t)
	before := credentials(t)
	s := backend(t)

	run(t, 0, older, "/S")
	isInstalled(t, "1.0.0")
	r := openAt(t, programFile("access-keys.exe"))
	r.signIn(s)
	run(t, 2, newer, "/S") // the program is running
	removeInPlace(t, 2)
	isInstalled(t, "1.0.0")
	r.closeWindow()

	run(t, 0, newer, "/S")
	isInstalled(t, "2.0.0")
	r = openAt(t, programFile("access-keys.exe"))
	r.waitKeys() // it is still signed in
	r.keepPicture()
	r.closeWindow()

	run(t, 0, programFile("uninstall.exe"), "/S")
	isRemoved(t)
	if kept := settingsFiles(t); !slices.ContainsFunc(kept, func(f string) bool { return strings.HasSuffix(f, "settings.json") }) {
		t.Errorf("removed with the settings kept, there is %v", kept)
	}
	if now := credentials(t); len(now) != len(before)+1 {
		t.Errorf("removed with the settings kept, the Credential Manager holds %v, and held %v before", now, before)
	}

	run(t, 0, newer, "/S")
	run(t, 0, programFile("uninstall.exe"), "/S", "/FORGET")
	isRemoved(t)
	if left := settingsFiles(t); len(left) > 0 {
		t.Errorf("removed with the settings, there is %v", left)
	}
	if now := credentials(t); slices.ContainsFunc(now, func(name string) bool { return strings.HasPrefix(name, "access-keys") }) {
		t.Errorf("removed with the settings, the Credential Manager holds %v", now)
	}
}

// packaged returns the path of an installer of a version.
func packaged(t *testing.T, version string) string {
	t.Helper()
	dir := t.TempDir()
	must(t, command(exec.Command("make", "-C", module, "package-windows", "VERSION="+version, "QUICK=1",
		"BINARY="+filepath.Join(dir, "access-keys"), "DIST="+dir)))
	return filepath.Join(dir, "access-keys-"+version+"-windows-amd64-setup.exe")
}

// run runs a program on Wine, which is to end with a status.
func run(t *testing.T, status int, path string, args ...string) {
	t.Helper()
	cmd := machine.command("wine", append([]string{path}, args...)...)
	must(t, cmd.Start())
	_ = endOf(cmd)
	if got := cmd.ProcessState.ExitCode(); got != status {
		t.Fatalf("%s %v ended with status %d, want %d", filepath.Base(path), args, got, status)
	}
}

// removeInPlace removes the program, which is to end with a status. Otherwise the uninstaller ends at once, and goes on
// as a copy of itself. It wants what says so without quotes, which takes a batch file.
func removeInPlace(t *testing.T, status int) {
	t.Helper()
	batch := filepath.Join(t.TempDir(), "remove.bat")
	dir := `C:\` + programDir()
	must(t, os.WriteFile(batch, fmt.Appendf(nil, "@\"%s\\uninstall.exe\" /S _?=%s\r\n@exit %%errorlevel%%\r\n", dir, dir), 0o600))
	run(t, status, "cmd", "/c", "Z:"+strings.ReplaceAll(batch, "/", `\`))
}

// programDir returns where the program is installed, on drive C.
func programDir() string {
	dirs, _ := filepath.Glob(filepath.Join(machine.prefix, "drive_c/users/*/AppData/Local"))
	for _, dir := range dirs {
		if user := filepath.Base(filepath.Dir(filepath.Dir(dir))); user != "Public" {
			return `users\` + user + `\AppData\Local\Programs\Access Keys`
		}
	}
	return ""
}

// programFile returns the path here of a file of the installed program.
func programFile(name string) string {
	return filepath.Join(machine.prefix, "drive_c", strings.ReplaceAll(programDir(), `\`, "/"), name)
}

func isInstalled(t *testing.T, version string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(programFile("access-keys.exe")))
	must(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if !slices.Equal(names, installed) {
		t.Errorf("installed are %v, want %v", names, installed)
	}
	if links := startMenu(t); len(links) != 1 {
		t.Errorf("in the Start menu are %v", links)
	}
	registry, err := machine.command("wine", "reg", "query", uninstallKey).Output()
	must(t, err)
	for _, want := range []string{"DisplayName    REG_SZ    Access Keys", fmt.Sprintf("DisplayVersion    REG_SZ    %s", version)} {
		if !strings.Contains(string(registry), want) {
			t.Errorf("the list of programs has no %q: %s", want, registry)
		}
	}
	path, err := machine.command("wine", "reg", "query", appPathKey, "/ve").Output()
	must(t, err)
	if want := `REG_SZ    C:\` + programDir() + `\access-keys.exe`; !strings.Contains(string(path), want) {
		t.Errorf("start has no %q: %s", want, path)
	}
	if said := string(output(t, machine.command("wine", programFile("access-keys.exe"), "--version"))); !strings.Contains(said, version) {
		t.Errorf("the program says that it is %q", said)
	}
}

// isRemoved waits until nothing is left of the installed program: the uninstaller goes on as a copy of itself.
func isRemoved(t *testing.T) {
	t.Helper()
	wait(t, "the program to be removed", func() bool {
		_, err := os.Stat(filepath.Dir(programFile("access-keys.exe")))
		return os.IsNotExist(err)
	})
	for _, key := range []string{uninstallKey, appPathKey} {
		wait(t, key+" to be removed", func() bool { return machine.command("wine", "reg", "query", key).Run() != nil })
	}
	if links := startMenu(t); len(links) != 0 {
		t.Errorf("in the Start menu are %v", links)
	}
}

// startMenu returns the program's entries in the Start menu.
func startMenu(t *testing.T) []string {
	t.Helper()
	links, err := filepath.Glob(filepath.Join(machine.prefix, "drive_c/users/*/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Access Keys.lnk"))
	must(t, err)
	return links
}

// settingsFiles returns what the program and the toolkit keep for the user.
func settingsFiles(t *testing.T) (files []string) {
	t.Helper()
	for _, pattern := range []string{"access-keys", "fyne/io.github.access_keys.AccessKeys"} {
		dirs, err := filepath.Glob(filepath.Join(machine.prefix, "drive_c/users/*/AppData/*", pattern))
		must(t, err)
		for _, dir := range dirs {
			must(t, filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
				files = append(files, path)
				return err
			}))
		}
	}
	return files
}

// credentials returns the names of what the Credential Manager holds.
func credentials(t *testing.T) (names []string) {
	t.Helper()
	must(t, json.Unmarshal(output(t, machine.program("peek", "credentials")), &names))
	return names
}
