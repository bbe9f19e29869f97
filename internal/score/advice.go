package score

import "math/big"

// directionOf says what the situation asks of an axis.
func directionOf(a *Axis) Direction {
	practice, situation := SideOf(a.Practice.Band), SideOf(a.Situation.Band)
	switch {
	case a.Gap == nil:
		return ""
	case isAligned(a):
		return Aligned
	case practice != situation && a.Gap.Sign() > 0:
		return TowardsDevOps
	case practice != situation:
		return TowardsSysOps
	case a.Gap.Sign() == a.Practice.Value.Sign():
		return MorePronounced
	default:
		// A gap against the practice. Two hybrid values so far apart always end here: they lie on opposite
		// sides of the middle.
		return LessPronounced
	}
}

func isAligned(a *Axis) bool {
	return !alignedGap.metBy(new(big.Rat).Abs(a.Gap))
}

// adviceOf is the overall statement. It compares sides and never says that one pole is better.
func adviceOf(l *Leaning) Advice {
	practice, situation := SideOf(l.Practice.Band), SideOf(l.Situation.Band)
	switch {
	case practice == "" || situation == "":
		return ""
	case isPulledApart(l):
		return Combine
	case practice == situation:
		return stay(practice)
	case l.Gap == nil || l.Gap.Sign() == 0:
		return ""
	case l.Gap.Sign() > 0:
		return ShiftDevOps
	default:
		return ShiftSysOps
	}
}

func stay(side Side) Advice {
	switch side {
	case SysOps:
		return StaySysOps
	case DevOps:
		return StayDevOps
	case Middle:
		return StayHybrid
	default:
		return ""
	}
}

// isPulledApart reports that one style would leave a need unserved: opposed needs, fast delivery beside careful
// stability, or axes that are called both ways.
func isPulledApart(l *Leaning) bool {
	return combineTension.metBy(l.Tension) ||
		sideOfNeed(l.Axes, deliveryAxis) == DevOps && sideOfNeed(l.Axes, stabilityAxis) == SysOps ||
		SideOf(l.Practice.Band) != SideOf(l.Situation.Band) &&
			isCalled(l.Axes, TowardsDevOps) && isCalled(l.Axes, TowardsSysOps)
}

func sideOfNeed(axes []Axis, id string) Side {
	if a := axisOf(axes, id); a != nil {
		return SideOf(a.Situation.Band)
	}
	return ""
}

func isCalled(axes []Axis, direction Direction) bool {
	for i := range axes {
		if axes[i].Direction == direction {
			return true
		}
	}
	return false
}
