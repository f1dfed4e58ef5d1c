"""What the README says about speed, as a command: `python -m benchmarks`."""
