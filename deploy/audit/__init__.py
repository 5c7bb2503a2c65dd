"""`make audit`: the site judged from outside by Lighthouse, the Nu checker and axe."""
