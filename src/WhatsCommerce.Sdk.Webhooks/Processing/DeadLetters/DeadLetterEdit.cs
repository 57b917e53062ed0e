using System.Runtime.ExceptionServices;

namespace WhatsCommerce.Webhooks;

/// <summary>A change of a <see cref="DeadLetterFile"/> that somebody waits for.</summary>
/// <param name="key">Which letter.</param>
/// <param name="line">What is written.</param>
/// <param name="whenKept">Whether it is done when the letter is kept already, or when it is not.</param>
/// <param name="removes">Whether the letter is gone afterwards.</param>
internal sealed class DeadLetterEdit(UInt128 key, byte[] line, bool whenKept, bool removes)
{
    public UInt128 Key => key;

    public byte[] Line => line;

    public bool Removes => removes;

    /// <summary>Whether there was something to do.</summary>
    public bool Applied { get; private set; }

    public bool IsSettled { get; private set; }

    public ExceptionDispatchInfo? Error { get; private set; }

    public static DeadLetterEdit Append(DeadLetter letter) =>
        new(DeadLetterLine.KeyOf(letter.Id), DeadLetterLine.Write(letter), whenKept: false, removes: false);

    public static DeadLetterEdit Replace(DeadLetter letter) =>
        new(DeadLetterLine.KeyOf(letter.Id), DeadLetterLine.Write(letter), whenKept: true, removes: false);

    public static DeadLetterEdit Remove(string id) =>
        new(DeadLetterLine.KeyOf(id), DeadLetterLine.WriteRemoval(id), whenKept: true, removes: true);

    /// <summary>Says whether there is something to do.</summary>
    public bool Apply(bool isKept) => Applied = isKept == whenKept;

    public void Settle(ExceptionDispatchInfo? error) => (Error, IsSettled) = (error, true);
}
