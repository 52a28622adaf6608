package e2e

import (
	"strings"
	"testing"

	"accesskeys/client"
	"accesskeys/client/demo"
)

// A key that leaked is disabled once there is a new one, and deleted without a wait, by keyboard alone.
func TestLeakedKeyIsReplaced(t *testing.T) {
	t.Parallel()
	s := backend(t, demo.Options{})
	d := newDesk(t, true)
	r := d.signedIn(s)
	old := r.choose(s, otherEnabled(t, s))
	r.press("ctrl+shift+n")
	r.rested()
	r.press("shift+Tab", "Down") // opens the orders
	r.settled()
	r.press("Down", "Return")
	r.settled()
	r.press("Tab")
	r.rested()
	r.press("Return")
	r.waitStep("disable")
	added := newest(s).ID
	r.answerReplacing()
	r.waitState(s, old, client.StateDisabled)
	r.waitStep("place")
	r.rested()
	r.press("Tab", "Tab", "Return") // from Copy Secret
	r.waitStep("check")
	r.rested()
	r.press("Return")
	r.waitStep("delete")
	r.answerReplacing()
	r.waitState(s, old, client.StateDeleted)
	ended := func() bool { return !strings.Contains(r.replacements(), old) }
	r.wait("the replacement to end", func() bool {
		if r.rested(); !ended() {
			r.press("Return") // a busy machine may not have drawn Finish yet
		}
		return ended()
	})
	if state := stateOf(s, added); state != client.StateEnabled || newest(s).ID != added {
		t.Errorf("the new key is %s, and the newest %s", state, newest(s).ID)
	}
	var asked []string
	for _, q := range s.Requests() {
		if q.Method != "GET" {
			asked = append(asked, q.Method+" "+q.Path[strings.LastIndex(q.Path, "/")+1:])
		}
	}
	if got := strings.Join(asked, ", "); got != "POST accesskeys, PUT disable, DELETE "+old {
		t.Errorf("asked of the server: %s", got)
	}
	r.press("ctrl+q")
	r.waitEnd()
	kept := d.files()["/config/access-keys/history.jsonl"]
	for _, want := range []string{"replace-begin", "create", "disable", "delete", "replace-finish"} {
		if n := strings.Count(kept, `"action":"`+want+`"`); n != 1 {
			t.Errorf("the history tells %d times of %s: %s", n, want, kept)
		}
	}
}

// answerReplacing presses what comes next on the page, and says yes to its question.
func (r *running) answerReplacing() {
	r.t.Helper()
	r.rested()
	r.press("Return")
	r.settled()
	r.press("Tab", "Return")
}
