package evidence

import (
	"fmt"
	"math"
)

// figureOfExports returns the value of a measure of exports. It fails for an unknown name.
func (s *Scan) figureOfExports(measure string) (Figure, error) {
	switch measure {
	case "delivery.frequency.interval_days":
		return s.deliveryFigure("deployment_frequency", func(d *Delivery) (*float64, *int) {
			return d.Frequency.Interval, d.Frequency.GapDays.N
		}), nil
	case "delivery.change_lead_time.median":
		return s.deliveryFigure("change_lead_time", func(d *Delivery) (*float64, *int) {
			return d.LeadingWait().Median, d.LeadingWait().N
		}), nil
	case "delivery.recovery_time.median":
		return s.deliveryFigure("recovery_time", func(d *Delivery) (*float64, *int) { return d.RecoveryTime.Median, d.RecoveryTime.N }), nil
	case "delivery.change_fail_rate.share":
		return s.rateFigure("change_fail_rate", func(d *Delivery) (*float64, *int) {
			return d.ChangeFailRate.Share, d.ChangeFailRate.Deployments
		}), nil
	case "delivery.rework_rate.share":
		return s.rateFigure("rework_rate", func(d *Delivery) (*float64, *int) { return d.ReworkRate.Share, d.ReworkRate.Deployments }), nil
	}
	return Figure{}, fmt.Errorf("no scan measures %q", measure)
}

// deliveryFigure returns a figure of the exports; without exports it is empty and says so.
func (s *Scan) deliveryFigure(conclusion string, of func(*Delivery) (value *float64, n *int)) Figure {
	if s.Delivery == nil {
		f := s.newFigure(conclusion, nil, nil)
		f.Reason = new("no export of deployments was given; --deployments names one")
		return f
	}
	value, n := of(s.Delivery)
	return s.newFigure(conclusion, value, n)
}

// rateFigure is deliveryFigure for a share of deployments, of which Least is the smallest share that would plausibly show so many.
func (s *Scan) rateFigure(conclusion string, of func(*Delivery) (share *float64, n *int)) Figure {
	f := s.deliveryFigure(conclusion, of)
	if f.Value != nil {
		f.Least = new(plausiblyLeast(*f.Value, float64(*f.N)))
		f.LeastIs = "among so few deployments the share is uncertain, and may be closer to the answer"
	}
	return f
}

// plausiblyLeast is the lower bound of the Wilson interval of a share among n, with a confidence of 95 percent.
func plausiblyLeast(share, n float64) float64 {
	const z = 1.96
	center, spread := share+z*z/(2*n), z*math.Sqrt(share*(1-share)/n+z*z/(4*n*n))
	return max(0, (center-spread)/(1+z*z/n))
}
