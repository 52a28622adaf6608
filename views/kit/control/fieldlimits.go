package control

// How many characters a field holds at most.
const (
	longestFilter  = 256
	LongestAddress = 2048 // of a server or a proxy
	LongestKeyID   = 128
	LongestPath    = 4096
	longestSecret  = 4096 // of an access key, or a PIN
)
