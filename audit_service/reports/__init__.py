"""What the service hands out to be kept or printed: papers as PDF, lists as XLSX and CSV."""
