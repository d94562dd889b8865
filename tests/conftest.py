"""What all tests share: a busy machine is no mistake in the code, so Hypothesis does not judge by the clock."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
