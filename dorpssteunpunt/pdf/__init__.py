"""Paper: an overview goes in, a PDF comes out."""
