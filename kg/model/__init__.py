"""The nouns: articles, evidence and the records that an article yields. Standard library only."""
