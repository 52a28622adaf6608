package topbar

import "accesskeys/views/kit/control"

// shortened is a button whose text gets shorter where there is little room.
type shortened struct {
	button *control.Button
	texts  []string  // the longest first
	widths []float32 // of the button, by text
	shown  int
}

// newShortened returns a button that has one of the texts, the longest first.
func newShortened(button *control.Button, texts ...string) *shortened {
	s := &shortened{button: button, texts: texts}
	for _, text := range texts {
		button.SetText(text)
		s.widths = append(s.widths, button.MinSize().Width)
	}
	button.SetText(texts[0])
	return s
}

// saved returns how much less room the button takes than with its longest text.
func (s *shortened) saved() float32 { return s.widths[0] - s.widths[s.shown] }

// fit shows the longest text that free is enough for, or else the shortest. free is what the longest text leaves free, and is
// negative if there is no room for it; a shorter one may take spare as well. It returns what the text that is shown leaves
// free.
func (s *shortened) fit(free, spare float32) float32 {
	s.shown = 0
	for room := free; room < 0 && s.shown+1 < len(s.texts); {
		s.shown++
		room = free + s.saved() + spare
	}
	s.button.SetText(s.texts[s.shown])
	return free + s.saved()
}
