"""Claims to findings: what is agreed, by how many independent origins, what is disputed and how, and who left what out."""
