package report

// Tier is a question whose answers set floors, with the floors of its answer and what the next stricter answer would ask for.
type Tier struct {
	Question string `json:"question"`
	Title    string `json:"title"`
	// Option is the answer and Text says it in words; both are empty where it is unknown.
	Option Text `json:"option"`
	Text   Text `json:"text"`
	// Floors are those of the answer, in the order of the axes; none where it sets none or is unknown.
	Floors []TierFloor `json:"floors"`
	// Next is nil where no answer asks for more, and where the answer is unknown.
	Next *NextTier `json:"next"`
}

// TierFloor is the least level, 0..4, that an answer asks for on an axis.
type TierFloor struct {
	Axis  string  `json:"axis"`
	Level float64 `json:"level"`
}

// NextTier is the answer to the same question that asks for the least in addition and for nothing less.
type NextTier struct {
	Option string `json:"option"`
	Text   string `json:"text"`
	// Floors are the axes on which more would be asked for than now, by whichever answer, with the new floors.
	Floors []TierFloor `json:"floors"`
	// Unmet are the points that would be below their floor or unknown in addition, the worst first.
	Unmet []Unmet `json:"unmet"`
}
