import PPIDValues

/// Why a record isn't withdrawn.
package enum RecordRefusal: Refusal {
  case reasonMissing

  package var message: Phrase { Phrase(id: "alasan penarikan belum disebut", en: "the reason for withdrawing is not named") }
  package var advice: Phrase? { Phrase(id: "sebutkan dengan `--alasan \"…\"`", en: "name it with `--alasan \"…\"`") }
}
