"""What kinds of files are called over HTTP, inside PDF and in the store."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
ZIP = "application/zip"
JSON = "application/json"
XML = "application/xml"
YAML = "application/yaml"
