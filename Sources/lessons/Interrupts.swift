import Foundation
import LessonRunner

/// Ctrl-C: the first asks the run to stop, which it does within a tenth of a second; a second one ends the process.
enum Interrupts {
    nonisolated(unsafe) private static var stop: (() -> Void)?
    nonisolated(unsafe) private static var source: DispatchSourceSignal?
    nonisolated(unsafe) private static var count = 0

    static func install(_ stop: @escaping () -> Void) {
        self.stop = stop
        count = 0
        guard source == nil else { return }
        signal(SIGINT, SIG_IGN)
        let new = DispatchSource.makeSignalSource(signal: SIGINT, queue: DispatchQueue.global(qos: .userInteractive))
        new.setEventHandler {
            count += 1
            if count > 1 { _exit(130) }
            Self.stop?()
        }
        new.resume()
        source = new
    }
}
