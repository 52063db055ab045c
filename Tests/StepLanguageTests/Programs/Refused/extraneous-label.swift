func greet(_ name: String) {}
greet(name: "Ada")  // error: extraneous argument label 'name:' in call
