import CZlib

/// Unpacks gzip.
package enum Gunzip {
    /// The content of a gzip file; throws `DataSetError.badFile` where it is broken, cut short, or larger than `limit` bytes.
    package static func unpack(_ packed: [UInt8], file: String, limit: Int = 1 << 30) throws -> [UInt8] {
        func failure(_ reason: String) -> DataSetError { .badFile(file: file, reason: reason) }
        var stream = z_stream()
        // 15 bits of window, plus 16 for the gzip wrapper.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw failure("zlib cannot be started")
        }
        defer { inflateEnd(&stream) }

        var input = packed
        var output: [UInt8] = []
        var status = Z_OK
        try input.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(clamping: input.count)
            while status != Z_STREAM_END {
                let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 20) { buffer, count in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(clamping: buffer.count)
                    status = inflate(&stream, Z_NO_FLUSH)
                    count = buffer.count - Int(stream.avail_out)
                }
                output += chunk
                guard status == Z_OK || status == Z_STREAM_END else {
                    throw failure(status == Z_BUF_ERROR ? "the gzip file is cut short" : "this is not a sound gzip file")
                }
                guard output.count <= limit else { throw failure("it unpacks to more than \(limit) bytes") }
            }
        }
        return output
    }
}
