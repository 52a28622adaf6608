//go:build linux

package app

import (
	"testing"

	"accesskeys/app/apptest/check"
	"accesskeys/app/keyring"
	"accesskeys/client"
)

// prompts are the ways in which an operation can come to ask a user.
var prompts = []struct {
	name, operation string
	script          func(*secretService)
	dismissed       keyring.Kind
}{
	{"unlock to get", "get", func(s *secretService) { s.locked = true }, keyring.Refused},
	{"unlock an item to get", "get", func(s *secretService) { s.itemLocked = true }, keyring.Refused},
	{"unlock to set", "set", func(s *secretService) { s.locked = true }, keyring.Refused},
	{"set", "set", func(s *secretService) { s.asks["CreateItem"] = true; clear(s.entries) }, keyring.Refused},
	{"unlock to delete", "delete", func(s *secretService) { s.locked = true }, keyring.Refused},
	{"delete", "delete", func(s *secretService) { s.asks["Delete"] = true }, keyring.Mismatch},
}

// eachPrompt runs a trial for every prompt, with a user who does something about it at once, or nothing.
func eachPrompt(t *testing.T, person func(*shownPrompt), test func(d *desk, operation string, dismissed keyring.Kind)) {
	try := func(t *testing.T, setUp func(*secretService)) {
		d := newDesk(t, stuckAfter)
		setUp(d.service)
		for _, p := range prompts {
			d.trial(p.name, func(d *desk) {
				d.service.script(func() { p.script(d.service); d.service.onPrompt = person })
				test(d, p.operation, p.dismissed)
			})
		}
	}
	t.Run("GNOME Keyring", func(t *testing.T) { try(t, func(*secretService) {}) })
	t.Run("KWallet", func(t *testing.T) { try(t, (*secretService).useKWallet) })
}

func TestDismissedPrompt(t *testing.T) {
	eachPrompt(t, dismisses, func(d *desk, operation string, dismissed keyring.Kind) {
		before := d.service.names()
		check.Equal(d, "kind", keyring.KindOf(d.begin(operation)()), dismissed)
		check.EqualSlices(d, "entries", d.service.names(), before...)
	})
}

func TestPromptThatIsAnsweredLate(t *testing.T) {
	eachPrompt(t, nil, func(d *desk, operation string, _ keyring.Kind) {
		wait := d.begin(operation)
		d.shown()
		d.busyBehind()
		d.shown().answer(true)
		check.Must(d, wait())
	})
}

func TestPromptThatIsDismissedLate(t *testing.T) {
	eachPrompt(t, nil, func(d *desk, operation string, dismissed keyring.Kind) {
		wait := d.begin(operation)
		d.shown()
		d.busyBehind()
		d.shown().answer(false)
		check.Equal(d, "kind", keyring.KindOf(wait()), dismissed)
	})
}

// The caller has left, so nothing may come of what the user says then.
func TestPromptThatIsAnsweredTooLate(t *testing.T) {
	eachPrompt(t, nil, func(d *desk, operation string, _ keyring.Kind) {
		check.Equal(d, "kind", keyring.KindOf(d.briefly(operation)), keyring.Timeout)
		d.busyBehind()
		d.shown().answer(true)
		d.idle()
		if operation == "set" {
			check.EqualSlices(d, "entries", d.service.names())
		}
	})
}

// go-keyring waits for the end of a prompt that nobody is left to end.
func TestServiceThatCrashesUnderAPrompt(t *testing.T) {
	eachPrompt(t, nil, func(d *desk, operation string, _ keyring.Kind) {
		wait := d.begin(operation)
		d.shown()
		d.service.leave()
		if err := wait(); keyring.KindOf(err) == "" {
			d.Errorf("got %v, want an error of the keyring", err)
		}
		d.service.join()
	})
}

func TestBusThatGoesAwayUnderAPrompt(t *testing.T) {
	eachPrompt(t, nil, func(d *desk, operation string, _ keyring.Kind) {
		wait := d.begin(operation)
		d.shown()
		d.bus.kill()
		err := wait()
		if kind := keyring.KindOf(err); kind != keyring.Refused && kind != keyring.Missing {
			d.Errorf("got %v, want no answer", err)
		}
		check.Equal(d, "nothing can have been stored", keyring.StoredNothing(err), false)
		d.bus.start()
		d.service.join()
	})
}

// shown waits for a prompt.
func (d *desk) shown() *shownPrompt {
	d.Helper()
	await(d, "a prompt", func() bool { return len(d.service.asked()) > 0 })
	return d.service.asked()[0]
}

// go-keyring panics at what it does not expect.
func TestPromptThatEndsWithNothing(t *testing.T) {
	newDesk(t, 0).trial("get", func(d *desk) {
		d.service.script(func() { d.service.locked = true })
		wait := d.begin("get")
		p := d.shown()
		d.service.emit(p.path)
		check.Equal(d, "kind", keyring.KindOf(wait()), keyring.Refused)
	})
}

var promptedSecret = client.NewSecret("s3cr3t/+=")
