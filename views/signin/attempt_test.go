package signin

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"accesskeys/client/delay"
	"accesskeys/views/connectionform"
	"accesskeys/views/kit/background"
	"accesskeys/views/kit/control"
	"accesskeys/views/kit/dialog"
	"accesskeys/views/kit/page"
)

func TestFormSaysThatTheServerDoesNotAnswer(t *testing.T) {
	test.NewTempApp(t)
	tasks := background.New(t.Context(), time.Minute)
	tasks.Post = func(update func()) { update() }
	late := func() {}
	tasks.Timer = func(_ time.Duration, f func()) func() {
		late = f
		return func() {}
	}
	p := &Page{win: &page.Window{Tasks: tasks}, Notice: dialog.Paragraph(""), Inspect: connectionform.NewCertificateButton(control.ButtonDefault)}
	p.last.swap = newSwapButton(p)
	corner := delay.Watch(t.Context(), func(d delay.Delay) { t.Errorf("%v is said in the corner of the window", d) })
	watch, over := p.tellSteps()
	said := func() bool {
		return p.Notice.Visible() && strings.Contains(p.Notice.Text, "The server hasn't answered for")
	}
	ask := func(ctx context.Context) *delay.Watcher {
		w := delay.FromContext(ctx)
		w.RequestStarted(0) // each request counts as late
		return w
	}
	server := ask(watch(corner))
	late()
	if !said() {
		t.Errorf("it says %q", p.Notice.Text)
	}
	server.RequestEnded(true)
	if said() {
		t.Errorf("after the answer it still says %q", p.Notice.Text)
	}
	over()
	ask(watch(corner))
	if said() {
		t.Errorf("after the attempt it says %q", p.Notice.Text)
	}
}
