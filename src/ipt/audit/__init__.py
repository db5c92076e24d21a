"""What happened: the trail of recorded events, and the one way in which a repeated submission is recognised.

Doors: `ipt.audit.actions.record`, `ipt.audit.submissions` and `ipt.audit.registry.register`.
"""
