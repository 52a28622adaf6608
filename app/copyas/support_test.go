package copyas

import (
	"os/exec"
	"testing"
	"time"

	"accesskeys/app/apptest/check"
	"accesskeys/client"
	"accesskeys/client/demo"
)

// source returns a Source with the given secret.
func source(secret string) Source {
	return Source{
		Key:    client.Credentials{KeyID: "AKtest-A1B2C3", Secret: client.NewSecret(secret)},
		Server: client.Endpoint{Base: "https://optimizer.example.com/api/v1", TokenFormat: client.FormatSlash},
		Now:    time.Now(),
	}
}

// demoSource returns a Source with the key that signs in to a demo back end.
func demoSource(s *demo.Server, tokens client.TokenFormat) Source {
	return Source{Key: s.Credentials(), Server: client.Endpoint{Base: s.Base(), TokenFormat: tokens}, Now: time.Now()}
}

func startDemo(t *testing.T, o demo.Options) *demo.Server {
	t.Helper()
	s, err := demo.Start("", o)
	check.Must(t, err)
	t.Cleanup(func() { check.Must(t, s.Close()) })
	return s
}

// render returns the copied text.
func render(t *testing.T, s Source, f Format) string {
	t.Helper()
	text, err := s.Render(f)
	check.Must(t, err)
	return text.Reveal()
}

// need skips the test if the system lacks a program.
func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skipf("there is no %s here", program)
	}
	return path
}
