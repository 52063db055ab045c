func greet(name: String) {}
greet("Ada")  // error: missing argument label 'name:' in call
