import Foundation
import LessonKit
import StepLanguage
import Tensors

extension LessonLibrary {
    static func addValueKeepers(to keepers: inout Keepers) {
        keepers.add(
            TrainingData.self,
            write: { data, writer in
                try writer.add(object: data.training)
                try writer.add(object: data.validation)
            },
            make: { TrainingData(training: try $0.object(DataLoader.self), validation: try $0.optionalObject(DataLoader.self)) })
        keepers.add(
            Batch.self,
            write: { batch, writer in
                writer.add(batch.columns.count)
                for column in batch.columns { try writer.add(object: column) }
            },
            make: { reader in Batch(columns: try reader.list { try reader.object(Tensor.self) }) })
        keepers.add(History.self, write: { writeHistory($0, $1) }, make: { try readHistory($0) })
        keepers.add(
            ValidationResult.self,
            write: { result, writer in
                writer.add(result.loss)
                writer.add(result.names)
                writer.add(result.metrics)
            },
            make: { ValidationResult(loss: try $0.double(), names: try $0.texts(), metrics: try $0.doubles()) })
        keepers.add(Column.self, write: { writeColumn($0, $1) }, make: { try readColumn($0) })
        keepers.add(
            DataFrame.self,
            write: { frame, writer in
                writer.add(frame.columns.count)
                for column in frame.columns { writeColumn(column, writer) }
            },
            make: { reader in try DataFrame(columns: try reader.list { try readColumn(reader) }) })
        keepers.add(
            IdentifierIndex.self, write: { $1.add($0.identifiers) }, make: { IdentifierIndex(try $0.ints()) })
        addCoded(Figure.self, to: &keepers)
        addCoded(Animation.self, to: &keepers)
    }

    // MARK: Parts

    static func writeHistory(_ history: History, _ writer: HeapWriter) {
        var numbers: [Double] = []
        numbers.reserveCapacity(history.batches.count * 5)
        for batch in history.batches {
            numbers += [batch.loss, batch.smoothedLoss, batch.learningRate]
            numbers.append(batch.momentum == nil ? 0 : 1)
            numbers.append(batch.momentum ?? 0)
        }
        writer.add(numbers)
        writer.add(history.epochs.count)
        for row in history.epochs {
            writer.add(row.epoch)
            writer.add([row.trainingLoss, row.validationLoss == nil ? 0 : 1, row.validationLoss ?? 0])
            writer.add(row.metrics)
        }
        writer.add(history.columns)
    }

    static func readHistory(_ reader: HeapReader) throws -> History {
        let numbers = try reader.doubles()
        guard numbers.count % 5 == 0 else { throw NotKept("a kept history is damaged") }
        var batches: [BatchRecord] = []
        for at in stride(from: 0, to: numbers.count, by: 5) {
            let momentum: Double? = numbers[at + 3] == 1 ? numbers[at + 4] : nil
            batches.append(
                BatchRecord(loss: numbers[at], smoothedLoss: numbers[at + 1], learningRate: numbers[at + 2], momentum: momentum))
        }
        let epochs = try reader.list {
            let (epoch, losses, metrics) = (try reader.int(), try reader.doubles(), try reader.doubles())
            guard losses.count == 3 else { throw NotKept("a kept history is damaged") }
            return EpochRow(
                epoch: epoch, trainingLoss: losses[0], validationLoss: losses[1] == 1 ? losses[2] : nil, metrics: metrics)
        }
        return History(batches: batches, epochs: epochs, columns: try reader.texts())
    }

    private static func writeColumn(_ column: Column, _ writer: HeapWriter) {
        writer.add(column.name)
        switch column.values {
        case .ints(let values):
            writer.add(0)
            writer.add(values)
        case .doubles(let values):
            writer.add(1)
            writer.add(values)
        case .strings(let values):
            writer.add(2)
            writer.add(values.map { $0 == nil ? 0 : 1 })
            writer.add(values.map { $0 ?? "" })
        case .bools(let values):
            writer.add(3)
            writer.add(values.map { $0 ? 1 : 0 })
        }
    }

    private static func readColumn(_ reader: HeapReader) throws -> Column {
        let name = try reader.text()
        switch try reader.int() {
        case 0: return Column(name: name, values: .ints(try reader.ints()))
        case 1: return Column(name: name, values: .doubles(try reader.doubles()))
        case 2:
            let (present, texts) = (try reader.ints(), try reader.texts())
            guard present.count == texts.count else { throw NotKept("a kept column is damaged") }
            return Column(name: name, values: .strings(zip(present, texts).map { $0 == 1 ? $1 : nil }))
        case 3: return Column(name: name, values: .bools(try reader.ints().map { $0 == 1 }))
        default: throw NotKept("a kept column is damaged")
        }
    }

    /// A value that writes itself down.
    private static func addCoded<Value: Codable>(_ type: Value.Type, to keepers: inout Keepers) {
        keepers.add(
            type,
            write: { value, writer in
                let encoder = PropertyListEncoder()
                encoder.outputFormat = .binary
                try encoder.encode([value]).withUnsafeBytes { writer.add($0) }
            },
            make: { reader in
                guard let value = try PropertyListDecoder().decode([Value].self, from: Data(try reader.raw())).first else {
                    throw NotKept("a kept \(type) is damaged")
                }
                return value
            })
    }
}
