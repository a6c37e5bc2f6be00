"""How people are found: by names however they are spelt, through keyed tokens that tell nobody anything."""
