import Frames
import NeuralNets
import Tensors

let dataBenchmarks = [
    Benchmark(name: "csv") { folder in
        let (seconds, movies) = try timed { () throws -> Int in
            let ratings = try DataFrame.read(csv: "\(folder)/ml-latest-small/ratings.csv")
            return ratings["movieId"].valueCounts().head(3000).rowCount
        }
        return Benchmark.Result(
            seconds: seconds, text: "\(movies)", complaint: expect("rows", Double(movies), in: 3000...3000))
    }
]

/// A user's vector times a movie's: the first model of lesson 5.
final class DotProduct: PairLayer {
    let u: Embedding
    let m: Embedding

    init(_ users: Int, _ movies: Int) {
        u = Embedding(users, 50, initializer: .uniform(0, 0.05))
        m = Embedding(movies, 50, initializer: .uniform(0, 0.05))
    }

    override func callAsFunction(_ users: Tensor, _ movies: Tensor) -> Tensor {
        (u(users) * m(movies)).sum(axis: 1)
    }
}

/// Two embeddings joined, ten hidden units, one output from 0 to 5.5.
final class EmbeddingNet: PairLayer {
    let u: Embedding
    let m: Embedding
    let lin1 = Linear(100, 10)
    let lin2 = Linear(10, 1)
    let drop1 = Dropout(0.05)
    let drop2 = Dropout(0.5)

    init(_ users: Int, _ movies: Int) {
        u = Embedding(users, 50, initializer: .uniform(-0.05, 0.05))
        m = Embedding(movies, 50, initializer: .uniform(-0.05, 0.05))
    }

    override func callAsFunction(_ users: Tensor, _ movies: Tensor) -> Tensor {
        let x = drop1(concatenated([u(users), m(movies)], axis: 1))
        let h = drop2(lin1(x).relu())
        return (lin2(h).sigmoid() * 5.5).squeezed(axis: 1)
    }
}

/// MovieLens as columns for a learner, one fifth held out.
private func ratingData(_ folder: String) throws -> (data: TrainingData, users: Int, movies: Int) {
    let frame = try DataFrame.read(csv: "\(folder)/ml-latest-small/ratings.csv")
    let userIds = try frame["userId"].ints()
    let movieIds = try frame["movieId"].ints()
    let users = IdentifierIndex(userIds)
    let movies = IdentifierIndex(movieIds)
    let data = try TrainingData(
        Tensor(users.indices(of: userIds)), Tensor(movies.indices(of: movieIds)),
        Tensor(try frame["rating"].doubles()), batchSize: 64, validation: 0.2)
    return (data, users.count, movies.count)
}

let ratingBenchmarks = [
    Benchmark(name: "dot_sgd") { folder in
        let (data, users, movies) = try ratingData(folder)
        return try epoch(
            Learner(data, DotProduct(users, movies), loss: mseLoss),
            .sgd(learningRate: 1e-1, momentum: 0.9, weightDecay: 1e-5), train: 1.5...1.8, valid: 1.5...1.75)
    },
    Benchmark(name: "dotbias_adam") { folder in
        let (data, users, movies) = try ratingData(folder)
        return try epoch(
            Learner(data, EmbeddingDotBias(userCount: users, itemCount: movies, factors: 50), loss: mseLoss),
            .adam(learningRate: 1e-2, weightDecay: 2e-4), train: 0.76...0.84, valid: 0.78...0.84)
    },
    Benchmark(name: "embnet_sgd") { folder in
        let (data, users, movies) = try ratingData(folder)
        return try epoch(
            Learner(data, EmbeddingNet(users, movies), loss: mseLoss),
            .sgd(learningRate: 1e-2, momentum: 0.9, weightDecay: 5e-4), train: 0.92...1.05, valid: 0.84...1.0)
    },
]
