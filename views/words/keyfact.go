package words

// Fact is something to know about a key: what it is called, and what it is. One without a name goes on with the one before.
type Fact struct {
	Name, Value string
	ID          bool // the value is the ID of a key
}
