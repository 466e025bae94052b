# Balance and use, plans, the team, activity, the contract’s version.
