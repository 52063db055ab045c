print(abs(-0.0), [-0.0].map(abs), abs(-3), abs(2.5), abs(Int8(-5)), abs(Float(-0.0)), abs(-Double.infinity))
