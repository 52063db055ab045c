import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The settings of the process, safe to read from any thread.
final class Settings: @unchecked Sendable {
    private var lock = pthread_mutex_t()
    private var values = Values()

    private struct Values {
        var location: String?
        var allowed: [String]?
        var listener: ((DataSetEvent) -> Void)?
        var told: Set<String> = []
    }

    init() { pthread_mutex_init(&lock, nil) }

    deinit { pthread_mutex_destroy(&lock) }

    private func locked<T>(_ body: (inout Values) -> T) -> T {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        return body(&values)
    }

    var location: String? {
        get { locked { $0.location } }
        set {
            locked {
                $0.location = newValue
                $0.told = []
            }
        }
    }

    var allowed: [String]? {
        get { locked { $0.allowed } }
        set { locked { $0.allowed = newValue } }
    }

    var listener: ((DataSetEvent) -> Void)? {
        get { locked { $0.listener } }
        set {
            locked {
                $0.listener = newValue
                $0.told = []
            }
        }
    }

    /// Tells the listener, or standard error, of an event that it has not been told of.
    func tell(_ event: DataSetEvent) {
        let (isNew, listener) = locked { ($0.told.insert(event.message).inserted, $0.listener) }
        guard isNew else { return }
        if let listener {
            listener(event)
        } else {
            fputs(event.message + "\n", stderr)
        }
    }
}

extension DataSets {
    static func nearest(to name: String) -> String? { Spelling.nearest(to: name, in: names) }
}
