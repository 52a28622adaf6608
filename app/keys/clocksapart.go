package keys

import "time"

// ClocksApart is how far the server's clock may be from ours where a time that it names is held against one of ours.
const ClocksApart = 5 * time.Minute
