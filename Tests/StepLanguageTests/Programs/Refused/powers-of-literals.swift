import Foundation
print(pow(2, 10))  // error: this 'pow' is the one of 'Decimal', which is not supported in lessons; give it a 'Double'
print(pow(2.5, 3))  // error: ambiguous use of 'pow(_:_:)'
print([1.5, 2].map { pow($0, 2) })  // error: ambiguous use of 'pow(_:_:)'
let side = 2.0
print(pow(side, 2), "\(pow(2.0, 3))", String(format: "%.2f", pow(1.1, 2)))
