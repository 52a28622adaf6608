package views

// column is one of the table's, by its place from the left.
type column int

const (
	columnID column = iota
	columnSecret
	columnState
	columnCreated
	columnActions
	columnCount
)

const (
	cellInset  = float32(7) // between a column's edge and its text, as in the console
	idLength   = 32         // characters: the length of the key IDs in the vendor's pages
	linkGap    = float32(12)
	stateWidth = float32(94)
	timeWidth  = float32(92)
)

// span is the room of a column, in device-independent pixels from the row's left edge.
type span struct{ x, width float32 }

// columnSpans shares a width among the columns: each has the room that it needs, and what is left goes
// to the ID and the secret, then evenly to the rest, as the console's table does.
func columnSpans(width float32, need [columnCount]float32) [columnCount]span {
	weight := [columnCount]float32{columnID: 2, columnSecret: 2, columnState: 1, columnCreated: 1, columnActions: 1}
	var total, weights float32
	for c := range columnCount {
		total += need[c]
		weights += weight[c]
	}
	spare := max(0, width-total)
	var spans [columnCount]span
	x := float32(0)
	for c := range columnCount {
		w := need[c] + spare*weight[c]/weights
		spans[c] = span{x: x, width: w}
		x += w
	}
	return spans
}

func sum(need [columnCount]float32) float32 {
	total := float32(0)
	for _, n := range need {
		total += n
	}
	return total
}
