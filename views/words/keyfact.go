package words

// Fact is a fact about a key, with its name. A fact without a name continues the one before it.
type Fact struct {
	Name, Value string
	ID          bool // the value is the ID of a key
}
