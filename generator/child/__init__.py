"""A child process with limits of its own, spoken to in messages: forked here, by a nursery, or started anew."""

from generator.child.messages import Sender
from generator.child.starting import Child, Way, can_fork, launch, watched

__all__ = ["Child", "Sender", "Way", "can_fork", "launch", "watched"]
