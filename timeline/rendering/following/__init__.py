"""What lies near, silences, first reports, reasons."""
