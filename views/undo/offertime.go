package undo

import "time"

// Time is how long undoing is offered.
const Time = 15 * time.Second
