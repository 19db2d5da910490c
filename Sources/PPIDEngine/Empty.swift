import Crypto
import GRDB
import Mustache

func warm() { _ = try? DatabaseQueue(); _ = SHA256.hash(data: [1]) }
