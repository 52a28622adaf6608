//go:build linux

package clipboard

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// sway is a real compositor, with wl-clipboard's programs.
type sway struct {
	t   *testing.T
	env []string
}

// newSway starts sway without a screen. It refuses to run as root, so root starts it as nobody.
func newSway(t *testing.T) *sway {
	if testing.Short() {
		t.Skip("starts a compositor")
	}
	t.Helper()
	for _, name := range []string{"sway", "wl-copy", "wl-paste"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("%s is not installed; the stand-in compositor was tried", name)
		}
	}
	alone(t)
	const nobody = 65534
	dir, err := os.MkdirTemp("", "sway") // the user nobody may not enter t.TempDir
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	config := filepath.Join(dir, "config")
	if err := os.WriteFile(config, []byte("xwayland disable\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("sway", "--config", config)
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "XDG_RUNTIME_DIR=" + dir,
		"WLR_BACKENDS=headless", "WLR_LIBINPUT_NO_DEVICES=1", "WLR_RENDERER=pixman"}
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		if err := os.Chown(dir, nobody, nobody); err != nil {
			t.Fatal(err)
		}
	}
	program(t, cmd)
	t.Setenv("XDG_RUNTIME_DIR", dir)
	t.Setenv("XDG_SESSION_TYPE", "wayland")
	t.Setenv("WAYLAND_DISPLAY", "wayland-1")
	until(t, "sway to answer", hasCompositor)
	return &sway{t: t, env: os.Environ()}
}

func (s *sway) run(name string, args ...string) *exec.Cmd {
	ctx, cancel := context.WithTimeout(context.Background(), someTime)
	s.t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = s.env
	return cmd
}

func (s *sway) paste(target string) (string, error) {
	out, err := s.run("wl-paste", "--no-newline", "--type", target).Output()
	return string(out), err
}

func (s *sway) targets() []string {
	out, err := s.run("wl-paste", "--list-types").Output()
	if err != nil {
		s.t.Error(err)
	}
	return strings.Fields(string(out))
}

// copy copies a text with wl-copy, which runs until it loses the clipboard or the compositor.
func (s *sway) copy(text string) {
	s.t.Helper()
	cmd := s.run("wl-copy", "--foreground", text)
	program(s.t, cmd)
	until(s.t, "wl-copy to copy", func() bool {
		got, err := s.paste("UTF8_STRING")
		return err == nil && got == text
	})
}
