"""Values in, strings out: pages, reports and the texts of messages."""
