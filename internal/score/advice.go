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

// adviceOf is the overall statement, with its reasons where it is to combine. It compares sides and never says that one
// pole is better.
func adviceOf(l *Leaning) (Advice, []CombineReason) {
	practice, situation := SideOf(l.Practice.Band), SideOf(l.Situation.Band)
	if practice == "" || situation == "" {
		return "", nil
	}
	if reasons := pulledApart(l); reasons != nil {
		return Combine, reasons
	}
	switch {
	case practice == situation || isSmallGap(l.Gap):
		return stayAdvice(practice), nil
	case l.Gap == nil:
		return "", nil
	case l.Gap.Sign() > 0:
		return ShiftDevOps, nil
	default:
		return ShiftSysOps, nil
	}
}

// isSmallGap reports an overall gap that is too small to act on, whatever sides its ends lie on.
func isSmallGap(gap *big.Rat) bool {
	return gap != nil && !stayGap.metBy(new(big.Rat).Abs(gap))
}

// AreOpposite reports advice that leads to the one pole beside advice that leads to the other.
func AreOpposite(a, b Advice) bool {
	return a.Side() == DevOps && b.Side() == SysOps || a.Side() == SysOps && b.Side() == DevOps
}

// Side is where advice leads or stays; Middle for both ways, and empty for none.
func (a Advice) Side() Side {
	switch a {
	case ShiftDevOps, StayDevOps:
		return DevOps
	case ShiftSysOps, StaySysOps:
		return SysOps
	case Combine, StayHybrid:
		return Middle
	}
	return ""
}

func stayAdvice(side Side) Advice {
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

// pulledApart returns why one style would leave a need unserved: opposed needs, fast delivery beside careful stability,
// or axes that are called both ways.
func pulledApart(l *Leaning) []CombineReason {
	var reasons []CombineReason
	if combineTension.metBy(l.Tension) {
		reasons = append(reasons, OpposedNeeds)
	}
	if sideOfNeed(l.Axes, DeliveryAxis) == DevOps && sideOfNeed(l.Axes, StabilityAxis) == SysOps {
		reasons = append(reasons, SpeedAndCaution)
	}
	isApart := SideOf(l.Practice.Band) != SideOf(l.Situation.Band) || FitWordOf(l.Fit) == Misfit
	if isApart && isCalled(l.Axes, TowardsDevOps) && isCalled(l.Axes, TowardsSysOps) {
		reasons = append(reasons, BothWays)
	}
	return reasons
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
