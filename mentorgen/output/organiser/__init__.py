"""An organiser's own pages: names, evidence and reasons, for one machine and never for the public site."""
